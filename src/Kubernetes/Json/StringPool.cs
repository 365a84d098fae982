using System.Text;
using System.Text.Json;

namespace Daytwo.Kubernetes.Json;

/// <summary>
/// Gives one string for equal UTF-8 texts that repeat across objects (namespaces, node names, label keys and values,
/// kinds), without making the string first when it is known.
/// </summary>
/// <remarks>
/// Guarantees: bounded (a new text replaces the one in its slot), safe from any thread, always the right text; whether two
/// equal texts give the same instance is luck after a replacement.
/// </remarks>
public sealed class StringPool
{
    private const int Slots = 4096;
    private const int LongestPooled = 128;

    private readonly string?[] _slots = new string?[Slots];

    public static StringPool Shared { get; } = new();

    /// <summary>The text of the string or property name that the reader stands on.</summary>
    public string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
        {
            return reader.GetString()!;
        }

        if (!reader.HasValueSequence)
        {
            return Get(reader.ValueSpan);
        }

        if (reader.ValueSequence.Length > LongestPooled)
        {
            return reader.GetString()!;
        }

        Span<byte> joined = stackalloc byte[LongestPooled];
        return Get(joined[..reader.CopyString(joined)]);
    }

    /// <summary>The text of these UTF-8 bytes.</summary>
    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            return "";
        }

        if (utf8.Length > LongestPooled)
        {
            return Encoding.UTF8.GetString(utf8);
        }

        ref var slot = ref _slots[Hash(utf8) & (Slots - 1)];
        var known = slot;
        if (known is not null && Ascii.Equals(utf8, known))
        {
            return known;
        }

        var made = Encoding.UTF8.GetString(utf8);
        slot = made;
        return made;
    }

    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var b in utf8)
        {
            hash = (hash ^ b) * 16777619u;
        }

        return hash ^ (hash >> 15);
    }
}
