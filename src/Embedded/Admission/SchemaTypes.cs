using System.Text.Json.Nodes;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Requests;
using Daytwo.Embedded.Apply;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Admission;

/// <summary>What mutations must know of the served kinds' types.</summary>
internal sealed class SchemaTypes(KindRegistry kinds, RecordedOwnership ownership) : IObjectTypes
{
    public MutationAnswer Merge(GroupVersionKind kind, JsonObject live, JsonObject configuration)
    {
        if (kinds.FindKind(kind.ApiVersion, kind.Kind) is not { } known || ownership.TypeOf(known) is not { } type)
        {
            return MutationAnswer.Fail($"Resource kind {kind} not found. There can be a delay between when CustomResourceDefinitions are created and when they are available.")
                with { Code = 503, Reason = "ServiceUnavailable" };
        }

        if (TypeConformance.Check(configuration, type) is { } problem)
        {
            return MutationAnswer.Fail($"error applying patch: failed to convert patch object to typed object: {problem}");
        }

        if (AtomicFields.In(configuration, type) is { Count: > 0 } atomic)
        {
            return MutationAnswer.Fail($"error applying patch: invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: {string.Join(", ", atomic)}");
        }

        return ValueMerger.Merge(live, configuration, type) is JsonObject merged ? Complete(kind, merged) : MutationAnswer.Internal("the merged object is none");
    }

    public MutationAnswer Complete(GroupVersionKind kind, JsonObject patched)
    {
        if (kinds.FindKind(kind.ApiVersion, kind.Kind) is not { } known)
        {
            return MutationAnswer.Of(patched);
        }

        if (BuiltInSchemas.Mismatch(known, patched) is { } mismatch)
        {
            return MutationAnswer.Internal(mismatch.Decoded);
        }

        var unknown = BuiltInSchemas.Prune(known, patched);
        if (unknown.Count > 0)
        {
            return MutationAnswer.Internal("strict decoding error: " + string.Join(", ", unknown.Select(path => $"unknown field \"{path}\"")));
        }

        FieldCheck.Default(known, patched);
        return MutationAnswer.Of(patched);
    }
}
