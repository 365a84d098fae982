using System.Text.Json.Nodes;

namespace Daytwo.Kubernetes.Patches;

/// <summary>JSON Patch (RFC 6902) with the API's strictness: all operations or none; a missing path or a failed test refuses it.</summary>
public static class JsonPatch
{
    private const int MaximumOperations = 10_000;

    /// <summary>A new value; <paramref name="target"/> is not changed.</summary>
    public static PatchResult Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonArray operations || operations.Any(o => o is not JsonObject))
        {
            return PatchResult.Fail(PatchFailure.BadRequest("error decoding patch: a JSON patch is an array of operations"));
        }

        if (operations.Count > MaximumOperations)
        {
            var text = $"The allowed maximum operations in a JSON patch is {MaximumOperations}, got {operations.Count}";
            return PatchResult.Fail(new(413, "RequestEntityTooLarge", "Request entity too large: " + text, text));
        }

        var document = new JsonPatchDocument(target?.DeepClone());
        foreach (var operation in operations)
        {
            if (document.Run((JsonObject)operation!) is { } problem)
            {
                return PatchResult.Fail(PatchFailure.Unprocessable(problem));
            }
        }

        return PatchResult.Ok(document.Root);
    }
}
