using System.Text.Json.Nodes;
using Daytwo.Admission.Expressions;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Values;
using Daytwo.Kubernetes.Patches;

namespace Daytwo.Admission.Mutating;

/// <summary>Applies one mutation of a policy to an object.</summary>
internal sealed class MutationStep(IObjectTypes types, GroupVersionKind kind)
{
    /// <summary>What one mutation with the variables it reads may cost.</summary>
    private const long CostBudget = 10_000_000;

    /// <summary>The object after the mutation, or why it failed.</summary>
    public MutationAnswer Apply(CompiledExpression expression, PatchType type, PolicyRun run, JsonObject current)
    {
        if (expression.Program is null)
        {
            return MutationAnswer.Fail(expression.Error!);
        }

        var budget = CostBudget;
        var result = run.Evaluate(expression, ref budget);
        if (result.Error is { } error)
        {
            return MutationAnswer.Fail(error);
        }

        return type == PatchType.JsonPatch ? Patch(result.Value, current) : Merge(result.Value, current);
    }

    private MutationAnswer Patch(CelValue value, JsonObject current)
    {
        if (PatchReader.Read(value, out var error) is not { } operations)
        {
            return MutationAnswer.Fail(error!);
        }

        var patched = JsonPatch.Apply(current, operations);
        if (patched.Failure is { } failure)
        {
            return failure.IsFailedTest ? MutationAnswer.Of(current) : MutationAnswer.Fail($"JSON Patch: {failure.Detail}");
        }

        return patched.Value is JsonObject result ? types.Complete(kind, result) : MutationAnswer.Internal("the JSON patch leaves no object");
    }

    private MutationAnswer Merge(CelValue value, JsonObject current)
    {
        if (ObjectInitializers.Check(value) is { } mismatch)
        {
            return MutationAnswer.Fail($"type mismatch: {mismatch}");
        }

        if (!JsonConversion.TryConvert(value, out var node) || node is not JsonObject configuration)
        {
            return MutationAnswer.Fail("error applying patch: failed to convert patch object to typed object: the apply configuration has a value that JSON cannot hold");
        }

        configuration["apiVersion"] = current["apiVersion"]?.DeepClone();
        configuration["kind"] = current["kind"]?.DeepClone();
        return types.Merge(kind, current, configuration);
    }
}
