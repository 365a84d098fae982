using System.Text.Json;
using Daytwo.Cel.Json;

namespace Daytwo.Admission.Requests;

/// <summary>Writes a request as the <c>request</c> of an AdmissionReview.</summary>
public static class ReviewWriter
{
    /// <summary>All but the objects and the UID: what expressions see.</summary>
    internal static void WriteAttributes(Utf8JsonWriter writer, AdmissionRequest request, GroupVersionResource resource, GroupVersionKind kind)
    {
        writer.WriteStartObject();
        WriteMembers(writer, request, resource, kind);
        writer.WriteEndObject();
    }

    /// <summary>The whole request, for a webhook.</summary>
    /// <param name="uid">Names the call.</param>
    /// <param name="resource">The resource a rule matched.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="value">The object in that kind, as JSON; <c>null</c> on deletion.</param>
    /// <param name="oldValue">The stored object in that kind, as JSON; <c>null</c> on creation.</param>
    public static void Write(
        Utf8JsonWriter writer, AdmissionRequest request, string uid, GroupVersionResource resource, GroupVersionKind kind, ReadOnlySpan<byte> value, ReadOnlySpan<byte> oldValue)
    {
        writer.WriteStartObject();
        writer.WriteString("uid"u8, uid);
        WriteMembers(writer, request, resource, kind);
        writer.WritePropertyName("object"u8);
        writer.WriteRawValue(value);
        writer.WritePropertyName("oldObject"u8);
        writer.WriteRawValue(oldValue);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, AdmissionRequest request, GroupVersionResource resource, GroupVersionKind kind)
    {
        WriteKind(writer, "kind", kind);
        WriteResource(writer, "resource", resource);
        WriteUnlessEmpty(writer, "subResource", request.Subresource);
        WriteKind(writer, "requestKind", request.Kind);
        WriteResource(writer, "requestResource", request.Resource);
        WriteUnlessEmpty(writer, "requestSubResource", request.Subresource);
        WriteUnlessEmpty(writer, "name", request.Name);
        WriteUnlessEmpty(writer, "namespace", request.Namespace);
        writer.WriteString("operation"u8, OperationNames.Of(request.Operation));
        WriteUser(writer, request.User);
        writer.WriteBoolean("dryRun"u8, request.DryRun);
        writer.WritePropertyName("options"u8);
        CelJson.Write(writer, request.Options);
    }

    private static void WriteUser(Utf8JsonWriter writer, RequestUser user)
    {
        writer.WriteStartObject("userInfo"u8);
        WriteUnlessEmpty(writer, "username", user.Name);
        WriteUnlessEmpty(writer, "uid", user.Uid);
        if (user.Groups.Count > 0)
        {
            WriteTexts(writer, "groups", user.Groups);
        }

        if (user.Extra.Count > 0)
        {
            writer.WriteStartObject("extra"u8);
            foreach (var (key, values) in user.Extra)
            {
                WriteTexts(writer, key, values);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteKind(Utf8JsonWriter writer, string name, GroupVersionKind kind) => WriteName(writer, name, kind.Group, kind.Version, "kind"u8, kind.Kind);

    private static void WriteResource(Utf8JsonWriter writer, string name, GroupVersionResource resource) =>
        WriteName(writer, name, resource.Group, resource.Version, "resource"u8, resource.Resource);

    private static void WriteName(Utf8JsonWriter writer, string name, string group, string version, ReadOnlySpan<byte> last, string value)
    {
        writer.WriteStartObject(name);
        writer.WriteString("group"u8, group);
        writer.WriteString("version"u8, version);
        writer.WriteString(last, value);
        writer.WriteEndObject();
    }

    private static void WriteUnlessEmpty(Utf8JsonWriter writer, string name, string value)
    {
        if (value.Length > 0)
        {
            writer.WriteString(name, value);
        }
    }
}
