using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Presentation.Formats;
using Daytwo.Embedded.Reading;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Store;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Api;

/// <summary>Answers requests to the scale subresource: a small object whose replicas live in the scaled one.</summary>
internal sealed class ScaleHandler(ObjectReader reader, ObjectWriter writer)
{
    private static readonly KindDefinition ScaleKind = new() { Group = "autoscaling", Version = "v1", Plural = "scales", Singular = "scale", Kind = "Scale" };

    public Answer<JsonObject> Get(ResourceRequest request) =>
        reader.Find(request.Kind, request.Namespace, request.ObjectName).Refused(out var scaled, out var fault) ? fault : Scale(request.Kind, scaled.Value);

    public Answer<JsonObject> Update(ResourceRequest request)
    {
        if (WriteOptions.Parse(request, "UpdateOptions").Refused(out var options, out var fault)
            || RequestBody.Object(request, ScaleKind).Refused(out var body, out fault)
            || reader.Find(request.Kind, request.Namespace, request.ObjectName).Refused(out var scaled, out fault))
        {
            return fault;
        }

        return Write(new WriteContext(request, options), scaled, (JsonObject)body.Value!);
    }

    public Answer<JsonObject> Patch(ResourceRequest request)
    {
        if (Patcher.Read(request).Refused(out var patch, out var fault)
            || WriteOptions.Parse(request, "PatchOptions", RequestBody.MediaType(request.ContentType) == Patcher.ApplyType).Refused(out var options, out fault)
            || reader.Find(request.Kind, request.Namespace, request.ObjectName).Refused(out var scaled, out fault)
            || Patcher.Patch(request with { Kind = ScaleKind }, Scale(request.Kind, scaled.Value), patch.Value).Refused(out var scale, out fault))
        {
            return fault;
        }

        return Write(new WriteContext(request, options), scaled, scale);
    }

    private Answer<JsonObject> Write(WriteContext context, StoredObject scaled, JsonObject scale)
    {
        var replicas = scale.Child("spec").Integer("replicas") ?? 0;
        if (replicas < 0)
        {
            return context.Kind.Custom is null
                ? Refusals.Invalid("autoscaling", "Scale", scaled.Name,
                    [FieldError.Invalid(new FieldPath("spec.replicas"), replicas, "must be greater than or equal to 0")])
                : Refusals.Invalid(context.Kind, scaled.Name,
                    [FieldError.Invalid(new FieldPath(context.Kind.Scale!.SpecReplicas), replicas, "should be a non-negative integer")]);
        }

        var value = VersionConversion.Served(context.Kind, scaled.Value);
        var version = scale.ResourceVersion();
        value.Metadata()["resourceVersion"] = version.Length > 0 ? version : scaled.Value.ResourceVersion();
        JsonPath.Set(value, context.Kind.Scale!.SpecReplicas, replicas);
        return writer.Update(context, scaled, value).Refused(out var written, out var fault) ? fault : Scale(context.Kind, written.Value);
    }

    private static JsonObject Scale(KindDefinition kind, JsonObject scaled)
    {
        var metadata = new JsonObject();
        foreach (var field in (string[])["name", "namespace", "uid", "resourceVersion", "creationTimestamp"])
        {
            metadata.Take(field, scaled.Child("metadata"));
        }

        var paths = kind.Scale!;
        var status = new JsonObject { ["replicas"] = JsonPath.First(paths.StatusReplicas, scaled)?.DeepClone() ?? 0 };
        if (Selector(paths, scaled) is { Length: > 0 } selector)
        {
            status["selector"] = selector;
        }

        var spec = new JsonObject();
        if (JsonPath.First(paths.SpecReplicas, scaled) is { } replicas)
        {
            spec["replicas"] = replicas.DeepClone();
        }

        return new JsonObject { ["kind"] = "Scale", ["apiVersion"] = "autoscaling/v1", ["metadata"] = metadata, ["spec"] = spec, ["status"] = status };
    }

    private static string Selector(ScalePaths paths, JsonObject scaled) => paths.Selector is null ? "" : JsonPath.First(paths.Selector, scaled) switch
    {
        JsonObject selector => selector.ContainsKey("matchLabels") || selector.ContainsKey("matchExpressions")
            ? LabelText.Selector(selector) : LabelText.Map(selector),
        { } text => text.ToString(),
        null => "",
    };
}
