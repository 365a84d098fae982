using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Daytwo.Cli.Output;

/// <summary>Prints results to standard output, in the format the user asked for.</summary>
internal sealed class Printer(TextWriter output, OutputFormat format)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints one result: as a document for programs, or as the given text for people.</summary>
    public void Print<T>(T value, JsonTypeInfo<T> json, Action<TextWriter> table)
    {
        switch (format)
        {
            case OutputFormat.Json:
                output.WriteLine(Text(JsonSerializer.SerializeToNode(value, json)));
                break;
            case OutputFormat.Yaml:
                YamlText.Write(output, JsonSerializer.SerializeToNode(value, json));
                break;
            default:
                table(output);
                break;
        }
    }

    private static string Text(JsonNode? node)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            if (node is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                node.WriteTo(writer);
            }
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
