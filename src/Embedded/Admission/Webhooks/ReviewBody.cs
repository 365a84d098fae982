using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Writes AdmissionReviews.</summary>
internal static class ReviewBody
{
    public static byte[] Write(AdmissionRequest request, string uid, WebhookMatch match, JsonObject? value, JsonObject? old, KindRegistry kinds)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, "AdmissionReview"u8);
            writer.WriteString("apiVersion"u8, "admission.k8s.io/v1"u8);
            writer.WritePropertyName("request"u8);
            ReviewWriter.Write(writer, request, uid, match.Resource, match.Kind, Bytes(value, match.Kind, kinds), Bytes(old, match.Kind, kinds));
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static byte[] Bytes(JsonObject? value, GroupVersionKind kind, KindRegistry kinds)
    {
        if (value is null)
        {
            return "null"u8.ToArray();
        }

        var shown = kinds.FindKind(kind.ApiVersion, kind.Kind) is { } known ? VersionConversion.Served(known, value) : value;
        return Encoding.UTF8.GetBytes(shown.ToJsonString());
    }
}
