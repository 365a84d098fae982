using Daytwo.Admission.Matching;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Validating;

/// <summary>All policies in force, found by resource. Immutable, safe to share between threads: when one changes, make another set of the same compiled policies.</summary>
public sealed class ValidatingPolicies(IEnumerable<ValidatingPolicy> policies)
{
    private readonly ResourceIndex<ValidatingPolicy> _index = new([.. policies.Where(p => p.Bindings.Length > 0)], p => p.Matcher);

    public static ValidatingPolicies None { get; } = new([]);

    /// <summary>Evaluates every policy that is for a request, in the order they were given.</summary>
    /// <param name="cancellation">When it is cancelled, running expressions fail with <c>operation interrupted</c>.</param>
    public ValidationVerdict Evaluate(AdmissionRequest request, IAdmissionCluster cluster, CancellationToken cancellation = default)
    {
        var verdict = new ValidationVerdict();
        if (_index.IsEmpty || ExemptResources.Has(request.Resource))
        {
            return verdict;
        }

        var evaluator = new ValidatingEvaluator(request, cluster, verdict, cancellation);
        foreach (var policy in _index.For(request, cluster))
        {
            evaluator.Evaluate(policy);
        }

        verdict.Complete();
        return verdict;
    }
}
