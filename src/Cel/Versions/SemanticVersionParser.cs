using System.Buffers;
using System.Globalization;
using System.Text;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Versions;

/// <summary>Reads semantic versions, with the errors of blang/semver.</summary>
internal static class SemanticVersionParser
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> Words = SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static SemanticVersion? Parse(string text, bool normalize, out string? error)
    {
        var parts = text.Split('.', 3);
        if (normalize && !Normalize(ref parts, text, out error))
        {
            return null;
        }

        if (parts.Length == 1 && parts[0].Length == 0)
        {
            error = "Version string empty";
            return null;
        }

        if (parts.Length != 3)
        {
            error = "No Major.Minor.Patch elements found";
            return null;
        }

        var (patch, build) = Cut(parts[2], '+');
        (patch, var prerelease) = Cut(patch, '-');
        if (Number(parts[0], "Major", "major", out error) is not { } major || Number(parts[1], "Minor", "minor", out error) is not { } minor
            || Number(patch, "Patch", "patch", out error) is not { } patchNumber)
        {
            return null;
        }

        return Prerelease(prerelease, out error) is { } words && Build(build, out error) is { } builds
            ? new SemanticVersion(major, minor, patchNumber, words, builds)
            : null;
    }

    /// <summary>Drops a leading v and leading zeroes; adds what is missing.</summary>
    private static bool Normalize(ref string[] parts, string text, out string? error)
    {
        error = null;
        parts = (text.StartsWith('v') ? text[1..] : text).Split('.', 3);
        for (var i = 0; i < parts.Length; i++)
        {
            if (Encoding.UTF8.GetByteCount(parts[i]) > 1)
            {
                var trimmed = parts[i].TrimStart('0');
                parts[i] = trimmed.Length == 0 || !char.IsAsciiDigit(trimmed[0]) ? "0" + trimmed : trimmed;
            }
        }

        if (parts.Length < 3)
        {
            if (parts[^1].AsSpan().ContainsAny('+', '-'))
            {
                error = "short version cannot contain PreRelease/Build meta data";
                return false;
            }

            parts = [.. parts, .. Enumerable.Repeat("0", 3 - parts.Length)];
        }

        // A patch may have more dots, so it is one part again.
        parts = string.Join('.', parts).Split('.', 3);
        return true;
    }

    private static (string Before, string? After) Cut(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static ulong? Number(string text, string capital, string small, out string? error)
    {
        error = text.AsSpan().ContainsAnyExcept(Digits) ? $"Invalid character(s) found in {small} number {Quoting.Go(text)}"
            : text.Length > 1 && text[0] == '0' ? $"{capital} number must not contain leading zeroes {Quoting.Go(text)}"
            : null;
        return error is null ? Unsigned(text, out error) : null;
    }

    private static ulong? Unsigned(string text, out string? error)
    {
        var ok = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        error = ok ? null : $"strconv.ParseUint: parsing {Quoting.Go(text)}: {(text.Length == 0 ? "invalid syntax" : "value out of range")}";
        return ok ? value : null;
    }

    private static List<PrereleasePart>? Prerelease(string? text, out string? error)
    {
        error = null;
        var parts = new List<PrereleasePart>();
        foreach (var word in text?.Split('.') ?? [])
        {
            var numeric = !word.AsSpan().ContainsAnyExcept(Digits);
            error = word.Length == 0 ? "Prerelease is empty"
                : numeric && word.Length > 1 && word[0] == '0' ? $"Numeric PreRelease version must not contain leading zeroes {Quoting.Go(word)}"
                : word.AsSpan().ContainsAnyExcept(Words) ? $"Invalid character(s) found in prerelease {Quoting.Go(word)}"
                : null;
            var number = error is null && numeric ? Unsigned(word, out error) : null;
            if (error is not null)
            {
                return null;
            }

            parts.Add(new PrereleasePart(number, word));
        }

        return parts;
    }

    private static List<string>? Build(string? text, out string? error)
    {
        error = null;
        var parts = new List<string>();
        foreach (var word in text?.Split('.') ?? [])
        {
            error = word.Length == 0 ? "Build meta data is empty"
                : word.AsSpan().ContainsAnyExcept(Words) ? $"Invalid character(s) found in build meta data {Quoting.Go(word)}"
                : null;
            if (error is not null)
            {
                return null;
            }

            parts.Add(word);
        }

        return parts;
    }
}
