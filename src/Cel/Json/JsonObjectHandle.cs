using Daytwo.Cel.Values;

namespace Daytwo.Cel.Json;

internal sealed class JsonObjectHandle(JsonItems document) : MapHandle
{
    /// <summary>Objects with more members get an index of their names.</summary>
    public const int LargestUnindexed = 24;

    public override string GoNativeName => "map[string]interface {}";

    public override int Count(long bits) => JsonItems.Count(bits);

    public override CelValue KeyAt(long bits, int index) => document.Items[JsonItems.First(bits) + (2 * index)];

    public override CelValue ValueAt(long bits, int index) => document.Items[JsonItems.First(bits) + (2 * index) + 1];

    public override CelValue Find(long bits, CelValue key) => key.Kind == CelKind.String ? Find(bits, key.Utf8) : default;

    public override CelValue Find(long bits, ReadOnlySpan<byte> key)
    {
        var first = JsonItems.First(bits);
        var count = JsonItems.Count(bits);
        if (count > LargestUnindexed)
        {
            return document.Names![first].Find(document.Items, first, key);
        }

        var members = document.Items.AsSpan(first, 2 * count);
        for (var i = 0; i < members.Length; i += 2)
        {
            ref readonly var name = ref members[i];
            if (Utf8Slice.Length(name.Bits) == key.Length && name.Utf8.SequenceEqual(key))
            {
                return members[i + 1];
            }
        }

        return default;
    }
}
