using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Params;

/// <summary>Finds a binding's parameters. Immutable.</summary>
internal sealed class ParamLookup(ParamKind? kind, ParamRef? reference)
{
    private readonly Selector _selector = Selector.Of(reference?.Selector);

    public ParamSet Find(AdmissionRequest request, IAdmissionCluster cluster)
    {
        if (kind is null || reference is null)
        {
            return ParamSet.None;
        }

        if (!cluster.TryGetScope(kind, out var namespaced))
        {
            return ParamSet.Fail($"paramKind kind `&ParamKind{{APIVersion:{kind.ApiVersion},Kind:{kind.Kind},}}` not known");
        }

        var ns = "";
        if (namespaced)
        {
            ns = reference.Namespace.Length > 0 ? reference.Namespace : request.Namespace;
            if (ns.Length == 0)
            {
                return ParamSet.Fail("cannot use namespaced paramRef in policy binding that matches cluster-scoped resources");
            }
        }
        else if (reference.Namespace.Length > 0)
        {
            return ParamSet.Fail("paramRef.namespace must not be provided for a cluster-scoped `paramKind`");
        }

        var found = Select(kind, reference, ns, cluster);
        return found is { Error: null, Values.Count: 0 } && reference.ParameterNotFoundAction == ParameterNotFoundAction.Deny
            ? ParamSet.Fail("no params found for policy binding with `Deny` parameterNotFoundAction")
            : found;
    }

    private ParamSet Select(ParamKind kind, ParamRef reference, string ns, IAdmissionCluster cluster)
    {
        if (reference.Name.Length > 0)
        {
            if (reference.Selector is not null)
            {
                return ParamSet.Fail("paramRef.name and paramRef.selector are mutually exclusive");
            }

            return cluster.TryGetParam(kind, ns, reference.Name, out var value) ? new([value]) : new([]);
        }

        if (reference.Selector is null)
        {
            return ParamSet.Fail("one of name or selector must be provided");
        }

        return _selector.Problem is { } problem ? ParamSet.Fail(problem) : new([.. cluster.ListParams(kind, ns).Where(_selector.Matches)]);
    }
}
