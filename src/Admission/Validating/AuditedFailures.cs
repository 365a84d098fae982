using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Daytwo.Admission.Validating;

/// <summary>Writes findings as the value of the audit annotation <c>validation_failure</c>.</summary>
internal static class AuditedFailures
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<PolicyFinding> findings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartArray();
            foreach (var finding in findings)
            {
                Write(writer, finding);
            }

            writer.WriteEndArray();
        }

        return AsGo(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static void Write(Utf8JsonWriter writer, PolicyFinding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, finding.Message);
        writer.WriteString("policy"u8, finding.Policy);
        writer.WriteString("binding"u8, finding.Binding);
        writer.WriteNumber("expressionIndex"u8, finding.ExpressionIndex);
        writer.WriteStartArray("validationActions"u8);
        foreach (var action in finding.Actions)
        {
            writer.WriteStringValue(action.ToString());
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Go escapes what could end a script element.</summary>
    private static string AsGo(string json) => json
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal);
}
