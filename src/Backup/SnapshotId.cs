using System.Diagnostics.CodeAnalysis;

namespace Daytwo.Backup;

/// <summary>
/// The name of one snapshot, chosen by whoever orders it and the same on every retry: lowercase letters, digits, <c>-</c> and <c>.</c>,
/// starting and ending with a letter or digit, at most 200 characters. Fits an object name in Kubernetes and a folder in a store.
/// </summary>
public readonly record struct SnapshotId : IComparable<SnapshotId>
{
    private const int MaxLength = 200;

    private readonly string? value;

    private SnapshotId(string value) => this.value = value;

    public string Value => value ?? throw new InvalidOperationException("A SnapshotId was used before it was given a value.");

    /// <exception cref="FormatException">Not a valid id.</exception>
    public static SnapshotId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException(
                $"'{text}' is no snapshot id: use lowercase letters, digits, '-' and '.', starting and ending with a letter or digit, {MaxLength} characters at most.");

    public static bool TryParse([NotNullWhen(true)] string? text, out SnapshotId id)
    {
        var valid = text is { Length: >= 1 and <= MaxLength }
            && IsAlphanumeric(text[0])
            && IsAlphanumeric(text[^1])
            && text.All(c => IsAlphanumeric(c) || c is '-' or '.');
        id = valid ? new SnapshotId(text!) : default;
        return valid;
    }

    public int CompareTo(SnapshotId other) => string.CompareOrdinal(value, other.value);

    public override string ToString() => Value;

    public static bool operator <(SnapshotId left, SnapshotId right) => left.CompareTo(right) < 0;

    public static bool operator >(SnapshotId left, SnapshotId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SnapshotId left, SnapshotId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SnapshotId left, SnapshotId right) => left.CompareTo(right) >= 0;

    private static bool IsAlphanumeric(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c);
}
