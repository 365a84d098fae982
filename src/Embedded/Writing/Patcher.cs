using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Patches;
using Daytwo.Embedded.Routing;
using Daytwo.Kubernetes.Patches;

namespace Daytwo.Embedded.Writing;

/// <summary>Reads patches and applies those that are no server-side apply.</summary>
internal static class Patcher
{
    public const string ApplyType = "application/apply-patch+yaml";
    private const string StrategicType = "application/strategic-merge-patch+json";

    private static readonly Fault NoStrategicPatch = new(415, "UnsupportedMediaType", "the body of the request was in an unknown format - accepted "
        + "media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml");

    /// <summary>Decodes the patch in a request's body.</summary>
    public static Answer<DecodedBody> Read(ResourceRequest request)
    {
        var type = RequestBody.MediaType(request.ContentType);
        if (type is not ("application/json-patch+json" or "application/merge-patch+json" or StrategicType or ApplyType))
        {
            return Refusals.UnsupportedPatchType;
        }

        if (type == StrategicType && request.Kind.Custom is not null)
        {
            return NoStrategicPatch;
        }

        var (body, problem) = RequestBody.Read(request.Body.Span, type);
        return body is not null ? body : Refusals.BadRequest($"error decoding {(type == ApplyType ? "YAML" : "patch")}: {problem}");
    }

    /// <summary>The object a patch makes of the current one.</summary>
    /// <param name="current">The object in the served version.</param>
    public static Answer<JsonObject> Patch(ResourceRequest request, JsonObject current, JsonNode? patch)
    {
        var result = RequestBody.MediaType(request.ContentType) switch
        {
            "application/json-patch+json" => JsonPatch.Apply(current, patch),
            StrategicType => BuiltInSchemas.StrategicMerge(request.Kind, current, patch),
            _ => PatchResult.Ok(MergePatch.Apply(current, patch)),
        };
        if (result.Failure is { } failure)
        {
            return new Fault(failure.Code, failure.Reason, failure.Message) { Details = failure.Code == 422 ? new() : null };
        }

        return result.Value is JsonObject value ? SameType(request.Kind, value) : Refusals.UnprocessablePatch;
    }

    /// <summary>Why an applied configuration is not of the kind; null when it is.</summary>
    public static string? TypeProblem(KindDefinition kind, JsonObject? configuration)
    {
        var apiVersion = configuration.Text("apiVersion");
        var name = configuration.Text("kind");
        if (apiVersion.Length == 0 || name.Length == 0)
        {
            return $"invalid object type: {(apiVersion.Length == 0 ? "/" : apiVersion)}, Kind={name}";
        }

        return apiVersion == kind.ApiVersion && name == kind.Kind ? null
            : $"failed to create typed patch object: {apiVersion}, Kind={name} is not {kind}";
    }

    private static Answer<JsonObject> SameType(KindDefinition kind, JsonObject value)
    {
        if (value.Text("apiVersion") == kind.ApiVersion && value.Text("kind") == kind.Kind)
        {
            return value;
        }

        return Refusals.BadRequest($"the API version in the data ({value.Text("apiVersion")}) does not match the expected API version ({kind.ApiVersion})");
    }
}
