using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Daytwo.Kubernetes.Yaml;

/// <summary>Composes one document out of parser events.</summary>
internal sealed class YamlComposer(IParser parser, string name)
{
    private const int DeepestNesting = 200;

    /// <summary>Bounds what aliases can blow a small text up to.</summary>
    private const int MostNodes = 1_000_000;

    private readonly Dictionary<AnchorName, JsonNode?> _anchors = [];
    private int _nodes;
    private int _depth;

    public JsonNode? Compose()
    {
        Count(1);
        var at = parser.Current!;
        if (++_depth > DeepestNesting)
        {
            throw Wrong(at, $"nested more than {DeepestNesting} deep");
        }

        var node = at switch
        {
            Scalar => ComposeScalar(parser.Consume<Scalar>()),
            SequenceStart => ComposeSequence(parser.Consume<SequenceStart>()),
            MappingStart => ComposeMapping(parser.Consume<MappingStart>()),
            AnchorAlias => Expand(parser.Consume<AnchorAlias>()),
            _ => throw Wrong(at, "a value is expected here"),
        };
        _depth--;
        return node;
    }

    private JsonNode? ComposeScalar(Scalar scalar)
    {
        try
        {
            return Remember(scalar, YamlScalar.Resolve(scalar));
        }
        catch (FormatException e)
        {
            throw Wrong(scalar, e.Message);
        }
    }

    private JsonArray ComposeSequence(SequenceStart start)
    {
        var array = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            array.Add(Compose());
        }

        Remember(start, array);
        return array;
    }

    private JsonObject ComposeMapping(MappingStart start)
    {
        var map = new JsonObject();
        List<JsonObject>? merged = null;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var at = parser.Current!;
            if (parser.Accept<Scalar>(out var key) && key is { Value: "<<", Style: ScalarStyle.Plain })
            {
                parser.MoveNext();
                (merged ??= []).AddRange(ComposeMerged(at));
                continue;
            }

            var text = KeyText(at);
            if (map.ContainsKey(text))
            {
                throw Wrong(at, $"the key \"{text}\" stands twice");
            }

            map[text] = Compose();
        }

        merged?.ForEach(source => Merge(source, map));
        Remember(start, map);
        return map;
    }

    private string KeyText(ParsingEvent at) => Compose() switch
    {
        JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() ? "true" : "false",
        JsonValue value => value.ToString(),
        null => throw Wrong(at, "a key is null"),
        _ => throw Wrong(at, "a key must be a scalar"),
    };

    private IEnumerable<JsonObject> ComposeMerged(ParsingEvent at) => Compose() switch
    {
        JsonObject map => [map],
        JsonArray array when array.All(n => n is JsonObject) => array.Select(n => n!.AsObject()),
        _ => throw Wrong(at, "<< needs a map, or a list of maps"),
    };

    private static void Merge(JsonObject source, JsonObject into)
    {
        foreach (var (key, value) in source)
        {
            if (!into.ContainsKey(key))
            {
                into[key] = value?.DeepClone();
            }
        }
    }

    private JsonNode? Expand(AnchorAlias alias)
    {
        if (!_anchors.TryGetValue(alias.Value, out var node))
        {
            throw Wrong(alias, $"there is no finished anchor &{alias.Value} before *{alias.Value}");
        }

        Count(SizeOf(node));
        return node?.DeepClone();
    }

    private JsonNode? Remember(NodeEvent at, JsonNode? node)
    {
        if (!at.Anchor.IsEmpty)
        {
            _anchors[at.Anchor] = node;
        }

        return node;
    }

    private static int SizeOf(JsonNode? node) => node switch
    {
        JsonArray array => 1 + array.Sum(SizeOf),
        JsonObject map => 1 + map.Sum(m => SizeOf(m.Value)),
        _ => 1,
    };

    private void Count(int nodes)
    {
        _nodes += nodes;
        if (_nodes > MostNodes)
        {
            throw Wrong(parser.Current!, $"the document holds more than {MostNodes} values once its aliases are expanded");
        }
    }

    private YamlSyntaxException Wrong(ParsingEvent at, string what) => new($"{name}, line {at.Start.Line}, column {at.Start.Column}: {what}");
}
