using System.Text.Json.Nodes;
using Daytwo.Admission.Expressions;
using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Mutating;

/// <summary>Runs policies on one object, one after the other: each sees what those before it made.</summary>
internal sealed class MutationPass(
    AdmissionRequest request, IAdmissionCluster cluster, IObjectTypes types, Reinvocations reinvocations, MutationVerdict verdict, CancellationToken cancellation)
{
    private readonly MutatedObject _object = new(request.Object);
    private CelValue _home = CelValue.Null;
    private bool _changed;

    public void Run(List<MutatingInvocation> invocations)
    {
        if (request.Namespace.Length > 0 && !request.IsNamespace && !cluster.TryGetNamespace(request.Namespace, out _home))
        {
            verdict.Fatal = new MutationAnswer(null, NamespaceTexts.NotFound(request.Namespace)) { Code = 404, Reason = "NotFound" };
            return;
        }

        reinvocations.Begin(_object.Exists ? _object.Document : null);
        foreach (var invocation in invocations)
        {
            Run(invocation);
            if (verdict.Fatal is not null)
            {
                return;
            }
        }

        reinvocations.End(_object.Exists ? _object.Document : null);
        if (_changed && verdict.Allowed)
        {
            verdict.Patch = JsonDifference.Of(JsonConversion.Document(request.Object), _object.Document);
            verdict.Changed = verdict.Patch.Count > 0 ? _object.Document : null;
        }
    }

    private void Run(MutatingInvocation invocation)
    {
        var policy = invocation.Policy;
        var kind = invocation.Match.Kind;
        var conditionInput = Input(invocation, request.VariableFor(request.Resource, kind));
        var cost = 0L;
        var conditions = policy.Conditions.Evaluate(conditionInput, ref cost, cancellation);
        verdict.Cost += cost;
        if ((conditions.Error ?? conditions.Ignored) is { } error)
        {
            Fail(invocation, error);
            return;
        }

        if (!conditions.Holds || reinvocations.Skips(invocation.Key))
        {
            return;
        }

        verdict.Evaluated++;
        var changed = Mutate(invocation);
        verdict.Add(policy.Name, changed);
        if (changed)
        {
            reinvocations.Changed();
        }

        if (policy.Spec.ReinvocationPolicy == ReinvocationPolicy.IfNeeded)
        {
            reinvocations.Ran(invocation.Key);
        }
    }

    /// <summary>True when the object is another afterwards.</summary>
    private bool Mutate(MutatingInvocation invocation)
    {
        var policy = invocation.Policy;
        if (!_object.Exists)
        {
            return false;
        }

        var before = _object.Document;
        var step = new MutationStep(types, invocation.Match.Kind);
        for (var i = 0; i < policy.Mutations.Length; i++)
        {
            var run = new PolicyRun(policy.Composition, Input(invocation, request.VariableFor(invocation.Match.Resource, invocation.Match.Kind)) with { Namespace = _home }, cancellation);
            var answer = step.Apply(policy.Mutations[i], policy.Spec.Mutations[i].PatchType, run, _object.Document);
            verdict.Cost += run.TotalCost;
            if (answer.Code != 0)
            {
                verdict.Fatal = answer;
                return false;
            }

            if (answer.Error is { } error)
            {
                Fail(invocation, error);
                continue;
            }

            if (!ReferenceEquals(answer.Object, _object.Document))
            {
                _object.Replace(answer.Object!);
            }
        }

        var changed = !ReferenceEquals(before, _object.Document) && !JsonNode.DeepEquals(before, _object.Document);
        _changed |= changed;
        return changed;
    }

    private PolicyInput Input(MutatingInvocation invocation, CelValue variable) =>
        new(_object.Value, request.OldObject, variable, invocation.Param, CelValue.Null, request, cluster.AuthorizerFor(request));

    private void Fail(MutatingInvocation invocation, string message) =>
        verdict.Add(new(invocation.Policy.Name, invocation.Binding.Name, message, "Invalid", invocation.Policy.Spec.FailurePolicy == FailurePolicy.Ignore));
}
