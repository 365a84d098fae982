using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daytwo.Embedded.Writing;

/// <summary>Reads one YAML document into the JSON it stands for, plain scalars by YAML 1.1's common forms.</summary>
internal sealed class YamlBodyReader
{
    private readonly Dictionary<AnchorName, JsonNode?> anchors = [];
    private readonly List<string> duplicates = [];
    private readonly Parser parser;

    private YamlBodyReader(TextReader text) => parser = new Parser(text);

    /// <exception cref="YamlException">The text is no YAML.</exception>
    public static DecodedBody Read(string text)
    {
        using var reader = new StringReader(text);
        var body = new YamlBodyReader(reader);
        body.parser.Consume<StreamStart>();
        if (!body.parser.TryConsume<DocumentStart>(out _))
        {
            return new DecodedBody(null, []);
        }

        return new DecodedBody(body.Value(""), body.duplicates);
    }

    private JsonNode? Value(string path)
    {
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            return anchors.GetValueOrDefault(alias.Value)?.DeepClone();
        }

        var anchor = (parser.Current as NodeEvent)?.Anchor ?? AnchorName.Empty;
        JsonNode? value = parser.Current switch
        {
            MappingStart => Map(path),
            SequenceStart => List(path),
            _ => Plain(parser.Consume<Scalar>()),
        };
        if (!anchor.IsEmpty)
        {
            anchors[anchor] = value;
        }

        return value;
    }

    private JsonObject Map(string path)
    {
        var map = new JsonObject();
        parser.Consume<MappingStart>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<Scalar>().Value;
            var at = path.Length == 0 ? key : $"{path}.{key}";
            if (map.ContainsKey(key))
            {
                duplicates.Add(at);
            }

            map[key] = Value(at);
        }

        return map;
    }

    private JsonArray List(string path)
    {
        var list = new JsonArray();
        parser.Consume<SequenceStart>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Value($"{path}[{list.Count}]"));
        }

        return list;
    }

    private static JsonValue? Plain(Scalar scalar)
    {
        if (scalar.Style is not ScalarStyle.Plain)
        {
            return JsonValue.Create(scalar.Value);
        }

        return scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            var text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
            var text when char.IsAsciiDigit(text.TrimStart('-', '+', '.').FirstOrDefault())
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            var text => JsonValue.Create(text),
        };
    }
}
