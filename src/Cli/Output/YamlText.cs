using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daytwo.Cli.Output;

/// <summary>Writes a JSON tree as YAML.</summary>
internal static class YamlText
{
    public static void Write(TextWriter output, JsonNode? node)
    {
        var emitter = new Emitter(output, EmitterSettings.Default.WithBestIndent(2).WithBestWidth(160));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, true));
        Emit(emitter, node);
        emitter.Emit(new DocumentEnd(true));
        emitter.Emit(new StreamEnd());
    }

    private static void Emit(Emitter emitter, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                emitter.Emit(new MappingStart());
                foreach (var (key, value) in map)
                {
                    emitter.Emit(new Scalar(key));
                    Emit(emitter, value);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray list:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, true, SequenceStyle.Block));
                foreach (var value in list)
                {
                    Emit(emitter, value);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                emitter.Emit(Quoted(value.GetValue<string>()));
                break;
            default:
                emitter.Emit(new Scalar(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    /// <summary>A string that a YAML reader would take for something else is quoted.</summary>
    private static Scalar Quoted(string text)
    {
        var plain = text.Length > 0 && char.IsLetter(text[0]) && text is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n" or "True" or "False" or "Null")
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal) && !text.EndsWith(':') && !text.Contains('\n');
        return plain
            ? new Scalar(AnchorName.Empty, TagName.Empty, text, ScalarStyle.Any, true, true)
            : new Scalar(AnchorName.Empty, TagName.Empty, text, text.Contains('\n') ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted, false, true);
    }
}
