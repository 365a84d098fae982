using System.Text;
using System.Text.RegularExpressions;

namespace Daytwo.Etcd.Inspection;

/// <summary>The version of the database's format, which etcd keeps in its <c>meta</c> bucket since 3.6.</summary>
internal static partial class StorageVersion
{
    /// <summary>As etcd prints it, with three numbers; empty when the value is no version.</summary>
    public static string Normalize(ReadOnlySpan<byte> stored)
    {
        var match = Pattern().Match(Encoding.UTF8.GetString(stored));
        return match.Success ? $"{match.Groups[1]}.{Part(match.Groups[2])}.{Part(match.Groups[3])}{match.Groups[4]}" : "";
    }

    private static string Part(Group group) => group.Success ? group.Value : "0";

    [GeneratedRegex(@"\Av?(0|[1-9]\d*)(?:\.(0|[1-9]\d*))?(?:\.(0|[1-9]\d*))?((?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)\z")]
    private static partial Regex Pattern();
}
