using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daytwo.Cli.Output;

/// <summary>Writes a JSON tree as YAML.</summary>
internal static class YamlText
{
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 _./:@+=()-");

    private static readonly FrozenSet<string> Words =
        new[] { "null", "true", "false", "yes", "no", "on", "off", "y", "n" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
                    emitter.Emit(Text(key));
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
                emitter.Emit(Text(value.GetValue<string>()));
                break;
            default:
                emitter.Emit(new Scalar(node?.ToJsonString() ?? "null"));
                break;
        }
    }

    /// <summary>A string that a YAML reader of any version might take for something else is quoted.</summary>
    private static Scalar Text(string text) => IsPlain(text)
        ? new Scalar(AnchorName.Empty, TagName.Empty, text, ScalarStyle.Plain, true, true)
        : new Scalar(AnchorName.Empty, TagName.Empty, text, IsParagraph(text) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted, false, true);

    private static bool IsPlain(string text) =>
        text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '/') && text[^1] is not (' ' or ':')
        && !text.AsSpan().ContainsAnyExcept(PlainCharacters) && !text.Contains(": ", StringComparison.Ordinal) && !Words.Contains(text);

    /// <summary>Lines that a block shows as they are.</summary>
    private static bool IsParagraph(string text) =>
        text.Contains('\n', StringComparison.Ordinal) && text.Split('\n').All(line => line.All(c => c is >= ' ' and <= '~') && (line.Length == 0 || (line[0] != ' ' && line[^1] != ' '))) && text[0] != '\n';
}
