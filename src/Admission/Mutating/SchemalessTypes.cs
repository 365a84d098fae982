using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;

namespace Daytwo.Admission.Mutating;

/// <summary>Types where no schemas are at hand: JSON patches need none, apply configurations are refused.</summary>
public sealed class SchemalessTypes : IObjectTypes
{
    public static SchemalessTypes Instance { get; } = new();

    public MutationAnswer Merge(GroupVersionKind kind, JsonObject live, JsonObject configuration) =>
        MutationAnswer.Fail($"Resource kind {kind} not found. There can be a delay between when CustomResourceDefinitions are created and when they are available.");

    public MutationAnswer Complete(GroupVersionKind kind, JsonObject patched) => MutationAnswer.Of(patched);
}
