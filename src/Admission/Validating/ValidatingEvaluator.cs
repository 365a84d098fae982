using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Validating;

/// <summary>Evaluates one policy with its bindings on one request.</summary>
internal sealed class ValidatingEvaluator(AdmissionRequest request, IAdmissionCluster cluster, ValidationVerdict verdict, CancellationToken cancellation)
{
    private static readonly IReadOnlyList<ValidationAction> Deny = [ValidationAction.Deny];

    public void Evaluate(ValidatingPolicy policy)
    {
        var match = policy.Matcher?.Match(request, cluster) ?? MatchResult.Fail("policy contained no match constraints, a required field");
        if (match.Error is { } error)
        {
            AddConfigurationError(policy, null, $"failed to configure policy: {error}");
            return;
        }

        if (!match.Matched)
        {
            return;
        }

        var annotations = policy.Annotations.Length == 0 ? null : new AnnotationCollector();
        foreach (var binding in policy.Bindings)
        {
            Evaluate(policy, binding, match, annotations);
        }

        annotations?.Publish(policy.Name, verdict);
    }

    private void Evaluate(ValidatingPolicy policy, ValidatingBinding binding, in MatchResult match, AnnotationCollector? annotations)
    {
        var bound = binding.Matcher?.Match(request, cluster) ?? new MatchResult(true, default, default);
        if (bound.Error is { } unbound)
        {
            AddConfigurationError(policy, binding.Name, $"failed to configure binding: {unbound}");
            return;
        }

        if (!bound.Matched)
        {
            return;
        }

        var found = binding.Params.Find(request, cluster);
        if (found.Error is { } missing)
        {
            AddConfigurationError(policy, binding.Name, $"failed to configure binding: {missing}");
            return;
        }

        var home = CelValue.Null;
        if (request.Namespace.Length > 0 && !request.IsNamespace && !cluster.TryGetNamespace(request.Namespace, out home))
        {
            AddConfigurationError(policy, binding.Name, $"failed to configure binding: {NamespaceTexts.NotFound(request.Namespace)}");
            return;
        }

        foreach (var param in found.Values)
        {
            new BoundEvaluation(policy, binding, verdict, annotations, cancellation).Run(request, cluster, match, param, home);
        }
    }

    private void AddConfigurationError(ValidatingPolicy policy, string? binding, string message) =>
        verdict.Add(new(policy.Name, binding, -1, message, "Invalid", IsError: true, policy.Spec.FailurePolicy == FailurePolicy.Fail ? Deny : []));
}
