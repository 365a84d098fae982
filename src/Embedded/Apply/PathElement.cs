using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>One step of a field's path. Equal when it selects the same; ordered as managed fields are written.</summary>
internal sealed class PathElement : IComparable<PathElement>, IEquatable<PathElement>
{
    private readonly string content;
    private readonly JsonNode? value;

    private PathElement(PathElementKind kind, string content, JsonNode? value) => (Kind, this.content, this.value) = (kind, content, value);

    public PathElementKind Kind { get; }

    /// <summary>The name, when <see cref="Kind"/> is Field.</summary>
    public string Name => content;

    public static PathElement Field(string name) => new(PathElementKind.Field, name, null);

    /// <param name="keys">Names and values; not kept.</param>
    public static PathElement Key(JsonObject keys) => new(PathElementKind.Key, GoText.Json(keys), keys.DeepClone());

    public static PathElement Value(JsonNode? item) => new(PathElementKind.Value, GoText.Json(item), item.Copy());

    public static PathElement Index(int position) => new(PathElementKind.Index, position.ToString(CultureInfo.InvariantCulture), null);

    /// <summary>Reads <c>f:name</c>, <c>k:{…}</c>, <c>v:…</c> or <c>i:0</c>. Null for prefixes of a later version.</summary>
    /// <exception cref="FormatException">The text is none of these.</exception>
    public static PathElement? Parse(string text)
    {
        if (text.Length < 2 || text[1] != ':')
        {
            throw new FormatException($"managed field key \"{text}\" must begin with a letter and a colon");
        }

        var rest = text[2..];
        try
        {
            return text[0] switch
            {
                'f' => Field(rest),
                'k' => Key((JsonObject)JsonNode.Parse(rest)!),
                'v' => Value(JsonNode.Parse(rest)),
                'i' => Index(int.Parse(rest, CultureInfo.InvariantCulture)),
                _ => null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or OverflowException)
        {
            throw new FormatException($"managed field key \"{text}\" cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The form of managed fields.</summary>
    public string Serialized => "fkvi"[(int)Kind] + ":" + content;

    /// <summary>The form of messages: <c>.name</c>, <c>[k="v"]</c>, <c>[="v"]</c>, <c>[0]</c>.</summary>
    public override string ToString() => Kind switch
    {
        PathElementKind.Field => "." + content,
        PathElementKind.Key => $"[{string.Join(',', Sorted().Select(k => $"{k.Key}={GoText.Value(k.Value)}"))}]",
        PathElementKind.Value => $"[={GoText.Value(value)}]",
        _ => $"[{content}]",
    };

    public int CompareTo(PathElement? other)
    {
        if (other is null || Kind != other.Kind)
        {
            return other is null ? 1 : Kind.CompareTo(other.Kind);
        }

        return Kind switch
        {
            PathElementKind.Key => CompareKeys(other),
            PathElementKind.Value => ScalarOrder.Compare(value, other.value),
            PathElementKind.Index => int.Parse(content, CultureInfo.InvariantCulture).CompareTo(int.Parse(other.content, CultureInfo.InvariantCulture)),
            _ => string.CompareOrdinal(content, other.content),
        };
    }

    public bool Equals(PathElement? other) => other is not null && Kind == other.Kind && content == other.content;

    public override bool Equals(object? obj) => Equals(obj as PathElement);

    public override int GetHashCode() => HashCode.Combine(Kind, content);

    private IOrderedEnumerable<KeyValuePair<string, JsonNode?>> Sorted() => ((JsonObject)value!).OrderBy(k => k.Key, StringComparer.Ordinal);

    private int CompareKeys(PathElement other)
    {
        using var left = Sorted().GetEnumerator();
        using var right = other.Sorted().GetEnumerator();
        while (true)
        {
            var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft || !hasRight)
            {
                return hasLeft.CompareTo(hasRight);
            }

            var order = string.CompareOrdinal(left.Current.Key, right.Current.Key);
            order = order != 0 ? order : ScalarOrder.Compare(left.Current.Value, right.Current.Value);
            if (order != 0)
            {
                return order;
            }
        }
    }
}
