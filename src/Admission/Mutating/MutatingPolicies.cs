using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Mutating;

/// <summary>
/// All mutations in force, found by resource, run in the order of the names of policies and bindings. Immutable, safe to share between threads: when one changes, make another
/// set of the same compiled policies.
/// </summary>
public sealed class MutatingPolicies(IEnumerable<MutatingPolicy> policies)
{
    private readonly ResourceIndex<MutatingPolicy> _index = new([.. policies.Where(p => p.Bindings.Length > 0)], p => p.Matcher);

    public static MutatingPolicies None { get; } = new([]);

    /// <summary>Runs every policy that is for a request.</summary>
    /// <param name="reinvocations">New for the first pass of a request; the same again, after <see cref="Reinvocations.BeginSecondPass"/>, when it says that a second is needed.</param>
    /// <param name="cancellation">When it is cancelled, running expressions fail with <c>operation interrupted</c>.</param>
    public MutationVerdict Evaluate(AdmissionRequest request, IAdmissionCluster cluster, IObjectTypes types, Reinvocations reinvocations, CancellationToken cancellation = default)
    {
        var verdict = new MutationVerdict();
        if (_index.IsEmpty || request.Operation == AdmissionOperation.Delete || ExemptResources.Has(request.Resource))
        {
            return verdict;
        }

        var invocations = Invocations(request, cluster, verdict);
        if (invocations.Count > 0)
        {
            new MutationPass(request, cluster, types, reinvocations, verdict, cancellation).Run(invocations);
        }

        return verdict;
    }

    private List<MutatingInvocation> Invocations(AdmissionRequest request, IAdmissionCluster cluster, MutationVerdict verdict)
    {
        var invocations = new List<MutatingInvocation>();
        foreach (var policy in _index.For(request, cluster))
        {
            var match = policy.Matcher?.Match(request, cluster) ?? MatchResult.Fail("policy contained no match constraints, a required field");
            if (match.Error is { } error)
            {
                Fail(verdict, policy, null, $"failed to configure policy: {error}");
            }
            else if (match.Matched)
            {
                foreach (var binding in policy.Bindings)
                {
                    Bind(invocations, request, cluster, verdict, policy, binding, match);
                }
            }
        }

        return invocations;
    }

    private static void Bind(
        List<MutatingInvocation> invocations, AdmissionRequest request, IAdmissionCluster cluster, MutationVerdict verdict, MutatingPolicy policy, MutatingBinding binding, in MatchResult match)
    {
        var bound = binding.Matcher?.Match(request, cluster) ?? new MatchResult(true, default, default);
        if (bound.Error is { } unbound)
        {
            Fail(verdict, policy, binding.Name, $"failed to configure binding: {unbound}");
            return;
        }

        if (!bound.Matched)
        {
            return;
        }

        var found = binding.Params.Find(request, cluster);
        if (found.Error is { } missing)
        {
            Fail(verdict, policy, binding.Name, $"failed to configure binding: {missing}");
            return;
        }

        foreach (var param in found.Values)
        {
            invocations.Add(new(policy, binding, match, param));
        }
    }

    private static void Fail(MutationVerdict verdict, MutatingPolicy policy, string? binding, string message) =>
        verdict.Add(new(policy.Name, binding, message, "Forbidden", policy.Spec.FailurePolicy == FailurePolicy.Ignore));
}
