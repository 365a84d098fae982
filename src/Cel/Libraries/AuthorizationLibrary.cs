using Daytwo.Cel.Authorization;
using Daytwo.Cel.Costs;
using Daytwo.Cel.Formats;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Checks of what the request's user may do.</summary>
internal static class AuthorizationLibrary
{
    /// <summary>Two checks fit into one expression.</summary>
    private const long CheckCost = 350_000;

    private static readonly CelType Authorizer = CelAuthorizer.AuthorizerType;
    private static readonly CelType PathCheck = CelAuthorizer.PathCheckType;
    private static readonly CelType GroupCheck = CelAuthorizer.GroupCheckType;
    private static readonly CelType ResourceCheck = CelAuthorizer.ResourceCheckType;
    private static readonly CelType Decision = CelAuthorizer.DecisionType;

    public static CelLibrary Create() => new()
    {
        Functions =
        [
            new("path", CelOverload.Member("authorizer_path", PathCheck, Authorizer, CelType.String, (a, p) =>
                string.IsNullOrWhiteSpace(p.AsString) ? CelValue.OfError("path must not be empty") : Get(a).With(PathCheck, Get(a).Check with { Path = p.AsString }))),
            new("group", CelOverload.Member("authorizer_group", GroupCheck, Authorizer, CelType.String, (a, g) => Get(a).With(GroupCheck, Get(a).Check with { Group = g.AsString }))),
            new("serviceAccount", CelOverload.Member("authorizer_serviceaccount", Authorizer, [Authorizer, CelType.String, CelType.String], a => ServiceAccount(Get(a[0]), a[1].AsString, a[2].AsString))),
            new("resource", CelOverload.Member("groupcheck_resource", ResourceCheck, GroupCheck, CelType.String, (g, r) =>
                string.IsNullOrWhiteSpace(r.AsString) ? CelValue.OfError("resource must not be empty") : Get(g).With(ResourceCheck, Get(g).Check with { Resource = r.AsString }))),
            Part("subresource", (c, text) => c with { Subresource = text }),
            Part("namespace", (c, text) => c with { Namespace = text }),
            Part("name", (c, text) => c with { Name = text }),
            Selector("fieldSelector", (c, text) => c with { FieldSelector = text }),
            Selector("labelSelector", (c, text) => c with { LabelSelector = text }),
            new(
                "check",
                CelOverload.Member("pathcheck_check", Decision, PathCheck, CelType.String, (p, verb) => Get(p).Decide(verb.AsString)),
                CelOverload.Member("resourcecheck_check", Decision, ResourceCheck, CelType.String, (r, verb) => Get(r).Decide(verb.AsString)))
            {
                Cost = static (_, _) => CheckCost,
            },
            Answer("errored", Bool, d => CelValue.Of(d.Error is not null)),
            Answer("error", CelType.String, d => CelValue.Of(d.Error ?? "")),
            Answer("allowed", Bool, d => CelValue.Of(d.Allowed)),
            Answer("reason", CelType.String, d => CelValue.Of(d.Reason)),
        ],
    };

    private static CheckHandle Get(CelValue value) => (CheckHandle)value.Handle!;

    private static CelOverload Resource(string id, Func<CelAuthorizationCheck, string, CelAuthorizationCheck> change, CallCost? cost = null) =>
        CelOverload.Member(id, ResourceCheck, ResourceCheck, CelType.String, (r, text) => Get(r).With(ResourceCheck, change(Get(r).Check, text.AsString)), cost);

    private static CelFunction Part(string name, Func<CelAuthorizationCheck, string, CelAuthorizationCheck> change) => new(name, Resource($"resourcecheck_{name}", change));

    private static CelFunction Selector(string name, Func<CelAuthorizationCheck, string, CelAuthorizationCheck> change) =>
        new(name, Resource($"authorizer_{name.ToLowerInvariant()}", change, SelectorCost));

    private static CelFunction Answer(string name, CelType type, Func<CelDecision, CelValue> part) =>
        new(name, CelOverload.Member($"decision_{name}", type, Decision, d => part(((DecisionHandle)d.Handle!).Decision)));

    /// <summary>Reading the selector, and a list and an object for each requirement that its length has room for.</summary>
    private static long SelectorCost(ReadOnlySpan<CelValue> arguments, CelValue result)
    {
        var length = ValueSize.Of(arguments[1]);
        return CostFactors.ListCreation + CostFactors.Traversal(length) + ((length + 1) / 2 * (CostFactors.ListCreation + CostFactors.ObjectCreation));
    }

    private static CelValue ServiceAccount(CheckHandle authorizer, string space, string name)
    {
        if (NameFormats.Dns1123Subdomain(name).Count > 0)
        {
            return CelValue.OfError("Invalid service account name");
        }

        return NameFormats.Dns1123Label(space).Count > 0
            ? CelValue.OfError("Invalid service account namespace")
            : authorizer.With(Authorizer, authorizer.Check with { ServiceAccount = (space, name) });
    }
}
