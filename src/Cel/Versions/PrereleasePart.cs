using System.Globalization;

namespace Daytwo.Cel.Versions;

/// <summary>A part of a prerelease: a number, or a word.</summary>
internal readonly record struct PrereleasePart(ulong? Number, string Word) : IComparable<PrereleasePart>
{
    /// <summary>Numbers come before words.</summary>
    public int CompareTo(PrereleasePart other) => (Number, other.Number) switch
    {
        ({ } left, { } right) => left.CompareTo(right),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => Math.Sign(string.CompareOrdinal(Word, other.Word)),
    };

    public override string ToString() => Number?.ToString(CultureInfo.InvariantCulture) ?? Word;
}
