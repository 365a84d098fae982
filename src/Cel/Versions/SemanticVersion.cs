using System.Globalization;

namespace Daytwo.Cel.Versions;

/// <summary>A semantic version (semver.org 2.0.0) as blang/semver reads, compares and writes it.</summary>
internal sealed class SemanticVersion
{
    private readonly IReadOnlyList<PrereleasePart> _prerelease;
    private readonly IReadOnlyList<string> _build;

    internal SemanticVersion(ulong major, ulong minor, ulong patch, IReadOnlyList<PrereleasePart> prerelease, IReadOnlyList<string> build)
    {
        (Major, Minor, Patch) = (major, minor, patch);
        _prerelease = prerelease;
        _build = build;
    }

    public ulong Major { get; }

    public ulong Minor { get; }

    public ulong Patch { get; }

    /// <summary>Reads a version; null and why there is none.</summary>
    /// <param name="normalize">Takes a leading v, leading zeroes and missing parts.</param>
    public static SemanticVersion? Parse(string text, bool normalize, out string? error) => SemanticVersionParser.Parse(text, normalize, out error);

    /// <summary>-1, 0 or 1; the build does not count.</summary>
    public int CompareTo(SemanticVersion other)
    {
        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        if (numbers != 0)
        {
            return numbers;
        }

        // A version is after all of its prereleases.
        if (_prerelease.Count == 0 || other._prerelease.Count == 0)
        {
            return Math.Sign(other._prerelease.Count).CompareTo(Math.Sign(_prerelease.Count));
        }

        for (var i = 0; i < _prerelease.Count && i < other._prerelease.Count; i++)
        {
            var part = _prerelease[i].CompareTo(other._prerelease[i]);
            if (part != 0)
            {
                return part;
            }
        }

        return _prerelease.Count.CompareTo(other._prerelease.Count);
    }

    public override string ToString()
    {
        var numbers = string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");
        var prerelease = _prerelease.Count == 0 ? "" : "-" + string.Join('.', _prerelease);
        return numbers + prerelease + (_build.Count == 0 ? "" : "+" + string.Join('.', _build));
    }
}
