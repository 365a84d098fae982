using System.Text.Json.Nodes;

namespace Daytwo.Kubernetes.Patches;

/// <summary>What a patch made of an object, or why it cannot be applied.</summary>
public readonly record struct PatchResult(JsonNode? Value, PatchFailure? Failure)
{
    public static PatchResult Ok(JsonNode? value) => new(value, null);

    public static PatchResult Fail(PatchFailure failure) => new(null, failure);
}
