using System.Buffers;
using System.Text.Json;

namespace Daytwo.Webhooks.Reviews;

/// <summary>Writes the AdmissionReview that answers one.</summary>
public static class ReviewWriter
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    /// <param name="uid">The request's, escaped as it was sent.</param>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> uid, Verdict verdict)
    {
        var writer = _writer ??= new Utf8JsonWriter(Stream.Null, Options);
        writer.Reset(output);
        writer.WriteStartObject();
        writer.WriteString("apiVersion"u8, "admission.k8s.io/v1"u8);
        writer.WriteString("kind"u8, "AdmissionReview"u8);
        writer.WriteStartObject("response"u8);
        WriteUid(writer, uid);
        writer.WriteBoolean("allowed"u8, verdict.Refusal is null);
        if (verdict.Refusal is { } refusal)
        {
            Write(writer, refusal);
        }
        else if (!verdict.Patch.IsEmpty)
        {
            writer.WriteString("patchType"u8, "JSONPatch"u8);
            writer.WriteBase64String("patch"u8, verdict.Patch.Span);
        }

        Write(writer, verdict.AuditAnnotations);
        Write(writer, verdict.Warnings);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        // It must not keep the buffer of this answer alive.
        writer.Reset(Stream.Null);
    }

    private static void WriteUid(Utf8JsonWriter writer, ReadOnlySpan<byte> uid)
    {
        Span<byte> quoted = stackalloc byte[128];
        if (uid.Length + 2 > quoted.Length)
        {
            quoted = new byte[uid.Length + 2];
        }

        quoted = quoted[..(uid.Length + 2)];
        (quoted[0], quoted[^1]) = ((byte)'"', (byte)'"');
        uid.CopyTo(quoted[1..]);
        writer.WritePropertyName("uid"u8);
        writer.WriteRawValue(quoted, skipInputValidation: true);
    }

    private static void Write(Utf8JsonWriter writer, Refusal refusal)
    {
        writer.WriteStartObject("status"u8);
        writer.WriteNumber("code"u8, refusal.Code);
        writer.WriteString("reason"u8, refusal.Reason);
        writer.WriteString("message"u8, refusal.Message);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<KeyValuePair<string, string>> annotations)
    {
        if (annotations.Count == 0)
        {
            return;
        }

        writer.WriteStartObject("auditAnnotations"u8);
        foreach (var (key, value) in annotations)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("warnings"u8);
        foreach (var warning in warnings)
        {
            writer.WriteStringValue(warning);
        }

        writer.WriteEndArray();
    }
}
