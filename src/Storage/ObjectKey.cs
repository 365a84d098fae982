using System.Diagnostics.CodeAnalysis;

namespace Daytwo.Storage;

/// <summary>
/// The name of an object inside its store: segments of letters, digits, <c>.</c>, <c>_</c> and <c>-</c> joined by <c>/</c>, at most 512
/// characters. No segment is empty or starts with a dot, so no key can leave its store's folder or meet a temporary file.
/// </summary>
public readonly record struct ObjectKey
{
    private const int MaxLength = 512;

    private readonly string? value;

    private ObjectKey(string value) => this.value = value;

    public string Value => value ?? throw new InvalidOperationException("An ObjectKey was used before it was given a value.");

    /// <exception cref="ArgumentException">Not a valid key.</exception>
    public static ObjectKey Of(string text) =>
        TryParse(text, out var key)
            ? key
            : throw new ArgumentException(
                $"'{text}' is no object name: use letters, digits, '.', '_' and '-' in segments joined by '/', none of them starting with a dot, "
                + $"{MaxLength} characters at most.",
                nameof(text));

    public static bool TryParse([NotNullWhen(true)] string? text, out ObjectKey key)
    {
        key = default;
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength)
        {
            return false;
        }

        foreach (var range in text.AsSpan().Split('/'))
        {
            if (!IsSegment(text.AsSpan(range)))
            {
                return false;
            }
        }

        key = new ObjectKey(text);
        return true;
    }

    public override string ToString() => Value;

    private static bool IsSegment(ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty || segment[0] == '.')
        {
            return false;
        }

        foreach (var c in segment)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }
}
