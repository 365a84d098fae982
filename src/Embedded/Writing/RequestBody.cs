using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Protobuf;
using Daytwo.Embedded.Routing;
using Daytwo.Embedded.Schema;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Embedded.Writing;

/// <summary>Decodes the object in a request's body, refusing what is no object of the resource's kind.</summary>
internal static class RequestBody
{
    private const int ShownLength = 30;

    /// <summary>The object of a create or update, with apiVersion and kind filled in.</summary>
    public static Answer<DecodedBody> Object(ResourceRequest request, KindDefinition kind)
    {
        var mediaType = MediaType(request.ContentType);
        if (mediaType is not ("" or "application/json" or "application/yaml" or ProtobufBody.MediaType))
        {
            return Refusals.UnsupportedBodyType;
        }

        var (decoded, problem) = Read(request.Body.Span, mediaType);
        if (decoded is null)
        {
            return Unrecognized(kind, request.Body.Span, problem!);
        }

        if (decoded.Value is not JsonObject value)
        {
            var found = decoded.Value is JsonArray ? "array" : decoded.Value?.GetValueKind().ToString().ToLowerInvariant() ?? "null";
            return Unrecognized(kind, request.Body.Span, $"json: cannot unmarshal {found} into Go value of type struct "
                + "{ APIVersion string \"json:\\\"apiVersion,omitempty\\\"\"; Kind string \"json:\\\"kind,omitempty\\\"\" }");
        }

        return TypeOf(value, kind, request.Body.Span) is { } fault ? fault : decoded;
    }

    /// <summary>The lower-case media type without parameters; empty when there is none.</summary>
    public static string MediaType(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>Decodes a body of one of the media types; the problem is in words when it is none.</summary>
    public static (DecodedBody? Body, string? Problem) Read(ReadOnlySpan<byte> body, string mediaType)
    {
        try
        {
            return (mediaType switch
            {
                ProtobufBody.MediaType => new DecodedBody(ProtobufBody.Decode(body), []),
                "application/yaml" or Patcher.ApplyType => Yaml(body),
                _ => JsonBodyReader.Read(body),
            }, null);
        }
        catch (JsonException broken)
        {
            return (null, JsonProblem(body, broken));
        }
        catch (FormatException broken)
        {
            return (null, broken.Message);
        }
    }

    private static DecodedBody Yaml(ReadOnlySpan<byte> body) =>
        new(YamlReader.ReadAll(Encoding.UTF8.GetString(body), "body") is [var first, ..] ? first : null, []);

    private static string JsonProblem(ReadOnlySpan<byte> body, JsonException broken)
    {
        var line = (int)(broken.LineNumber ?? 0);
        var at = (int)(broken.BytePositionInLine ?? 0);
        for (var i = 0; i < body.Length && line > 0; i++)
        {
            line -= body[i] == '\n' ? 1 : 0;
            at += 1;
        }

        return at >= body.Length ? "unexpected end of JSON input" : $"invalid character '{(char)body[at]}' looking for beginning of value";
    }

    private static Fault Unrecognized(KindDefinition kind, ReadOnlySpan<byte> body, string problem)
    {
        return Refusals.BadRequest($"the object provided is unrecognized (must be of type {kind.Kind}): "
            + $"couldn't get version/kind; json parse error: {problem} ({Shown(body)})");
    }

    /// <summary>The beginning of a body; in hex when it does not look like JSON.</summary>
    private static string Shown(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        var shown = text.StartsWith('{') ? text : Convert.ToHexStringLower(body);
        return shown.Length > ShownLength ? shown[..ShownLength] + " ..." : shown;
    }

    private static Fault? TypeOf(JsonObject value, KindDefinition kind, ReadOnlySpan<byte> body)
    {
        var apiVersion = value.Text("apiVersion");
        var name = value.Text("kind");
        if (kind.Custom is not null && (name.Length == 0 || apiVersion.Length == 0))
        {
            return MissingType(kind, body, name.Length == 0 ? "Kind" : "apiVersion");
        }

        var version = apiVersion.Length == 0 ? kind.ApiVersion : apiVersion;
        if (name.Length > 0 && name != kind.Kind || version != kind.ApiVersion)
        {
            return kind.Custom is null ? WrongType(kind, name.Length == 0 ? kind.Kind : name, version) : WrongCustomType(kind, value, name, version);
        }

        value["apiVersion"] = kind.ApiVersion;
        value["kind"] = kind.Kind;
        return null;
    }

    private static Fault MissingType(KindDefinition kind, ReadOnlySpan<byte> body, string field) => Refusals.BadRequest(
        $"the object provided is unrecognized (must be of type {kind.Kind}): Object '{field}' is missing in '{Encoding.UTF8.GetString(body)}' ({Shown(body)})");

    private static Fault WrongCustomType(KindDefinition kind, JsonObject value, string found, string apiVersion) => apiVersion != kind.ApiVersion
        ? Refusals.BadRequest($"the API version in the data ({apiVersion}) does not match the expected API version ({kind.ApiVersion})")
        : Refusals.Invalid(kind.Group, found, value.ObjectName(), [FieldError.Invalid(new FieldPath("kind"), found, $"must be {kind.Kind}")]);

    private static Fault WrongType(KindDefinition kind, string found, string apiVersion)
    {
        var at = apiVersion.LastIndexOf('/');
        var version = apiVersion[(at + 1)..];
        var why = found == kind.Kind
            ? $"no kind \"{found}\" is registered for version \"{apiVersion}\" in scheme \"pkg/runtime/scheme.go:111\""
            : $"converting ({version}.{found}) to ({InternalPackage(kind)}.{kind.Kind}): unknown conversion";
        return Refusals.BadRequest($"{found} in version \"{version}\" cannot be handled as a {kind.Kind}: {why}");
    }

    private static string InternalPackage(KindDefinition kind) => kind.Group.Length == 0 ? "core" : kind.Group.Split('.')[0];
}
