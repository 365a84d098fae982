using System.Text.Json.Nodes;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Tests;

/// <summary>Types as simple as can be: maps are merged, lists replaced; a field <c>atomic</c> may not be applied; <c>defaulted</c> is filled in, <c>unknown</c> refused.</summary>
internal sealed class SimpleTypes : IObjectTypes
{
    public MutationAnswer Merge(GroupVersionKind kind, JsonObject live, JsonObject configuration)
    {
        if (configuration.ContainsKey("atomic"))
        {
            return MutationAnswer.Fail("error applying patch: invalid ApplyConfiguration: may not mutate atomic arrays, maps or structs: .atomic");
        }

        var merged = (JsonObject)live.DeepClone();
        Merge(merged, configuration);
        return Complete(kind, merged);
    }

    public MutationAnswer Complete(GroupVersionKind kind, JsonObject patched)
    {
        if (patched.ContainsKey("unknown"))
        {
            return MutationAnswer.Internal("strict decoding error: unknown field \"unknown\"");
        }

        patched["defaulted"] ??= true;
        return MutationAnswer.Of(patched);
    }

    private static void Merge(JsonObject into, JsonObject from)
    {
        foreach (var (key, value) in from)
        {
            if (value is JsonObject part && into[key] is JsonObject whole)
            {
                Merge(whole, part);
            }
            else
            {
                into[key] = value?.DeepClone();
            }
        }
    }
}
