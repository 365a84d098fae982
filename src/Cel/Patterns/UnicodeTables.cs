using System.Collections.Concurrent;
using System.Globalization;

namespace Daytwo.Cel.Patterns;

/// <summary>
/// The categories and scripts of Unicode 15.0 by the names that Go's regexp knows, and the code points that differ only in case. From the resource <c>UnicodeTables.txt</c>: a line has a name
/// and ranges of hexadecimal code points; lines of one <c>=</c> have code points that are the same without regard to case.
/// </summary>
internal static class UnicodeTables
{
    private static readonly Lazy<Dictionary<string, string>> Lines = new(Read);
    private static readonly ConcurrentDictionary<string, RuneSet> Sets = new();
    private static readonly Lazy<SortedList<int, int[]>> Folds = new(ReadFolds);

    private static readonly Dictionary<string, string[]> Unions = new()
    {
        ["L"] = ["Ll", "Lm", "Lo", "Lt", "Lu"],
        ["Lc"] = ["Ll", "Lt", "Lu"],
        ["M"] = ["Mc", "Me", "Mn"],
        ["N"] = ["Nd", "Nl", "No"],
        ["P"] = ["Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps"],
        ["S"] = ["Sc", "Sk", "Sm", "So"],
        ["Z"] = ["Zl", "Zp", "Zs"],
        ["Assigned"] = ["L", "M", "N", "P", "S", "Z", "Cc", "Cf", "Co", "Cs"],
        ["C"] = ["Cc", "Cf", "Cn", "Co", "Cs"],
    };

    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["Casedletter"] = "Lc",
        ["Closepunctuation"] = "Pe",
        ["Cntrl"] = "Cc",
        ["Combiningmark"] = "M",
        ["Connectorpunctuation"] = "Pc",
        ["Control"] = "Cc",
        ["Currencysymbol"] = "Sc",
        ["Dashpunctuation"] = "Pd",
        ["Decimalnumber"] = "Nd",
        ["Digit"] = "Nd",
        ["Enclosingmark"] = "Me",
        ["Finalpunctuation"] = "Pf",
        ["Format"] = "Cf",
        ["Initialpunctuation"] = "Pi",
        ["Letter"] = "L",
        ["Letternumber"] = "Nl",
        ["Lineseparator"] = "Zl",
        ["Lowercaseletter"] = "Ll",
        ["Mark"] = "M",
        ["Mathsymbol"] = "Sm",
        ["Modifierletter"] = "Lm",
        ["Modifiersymbol"] = "Sk",
        ["Nonspacingmark"] = "Mn",
        ["Number"] = "N",
        ["Openpunctuation"] = "Ps",
        ["Other"] = "C",
        ["Otherletter"] = "Lo",
        ["Othernumber"] = "No",
        ["Otherpunctuation"] = "Po",
        ["Othersymbol"] = "So",
        ["Paragraphseparator"] = "Zp",
        ["Privateuse"] = "Co",
        ["Punct"] = "P",
        ["Punctuation"] = "P",
        ["Separator"] = "Z",
        ["Spaceseparator"] = "Zs",
        ["Spacingmark"] = "Mc",
        ["Surrogate"] = "Cs",
        ["Symbol"] = "S",
        ["Titlecaseletter"] = "Lt",
        ["Unassigned"] = "Cn",
        ["Uppercaseletter"] = "Lu",
    };

    /// <summary>The set of a name, without regard to case, spaces, hyphens and low lines; or null.</summary>
    public static RuneSet? Find(string name)
    {
        var canonical = Canonical(name);
        return Known(Aliases.GetValueOrDefault(canonical, canonical));
    }

    /// <summary>For each range of code points, in turn: the others that are the same without regard to case, with themselves.</summary>
    public static IEnumerable<int[]> FoldsWithin(int low, int high)
    {
        var folds = Folds.Value;
        int from = 0, to = folds.Count;
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            (from, to) = folds.Keys[middle] < low ? (middle + 1, to) : (from, middle);
        }

        for (; from < folds.Count && folds.Keys[from] <= high; from++)
        {
            yield return folds.Values[from];
        }
    }

    private static string Canonical(string name)
    {
        var kept = name.Where(c => c is not ('_' or '-' or ' ')).ToArray();
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = kept[i] >= 0x80 ? kept[i] : i == 0 ? char.ToUpperInvariant(kept[i]) : char.ToLowerInvariant(kept[i]);
        }

        return new string(kept);
    }

    private static RuneSet? Known(string name) => name switch
    {
        "Any" => RuneSet.Any,
        "Ascii" => new RuneSet([0, 0x7F]),
        "Cn" => Sets.GetOrAdd(name, _ => Known("Assigned")!.Complement()),
        "Cs" => new RuneSet([0xD800, 0xDFFF]),
        _ when Unions.TryGetValue(name, out var parts) => Sets.GetOrAdd(name, _ => new RuneSet([.. parts.SelectMany(p => Known(p)!.Bounds.ToArray())])),
        _ when Lines.Value.TryGetValue(name, out var line) && name != "=" => Sets.GetOrAdd(name, _ => new RuneSet(Ranges(line))),
        _ => null,
    };

    private static List<int> Ranges(string line)
    {
        var bounds = new List<int>();
        foreach (var range in line.Split(' '))
        {
            var hyphen = range.IndexOf('-');
            bounds.Add(Hex(hyphen < 0 ? range : range[..hyphen]));
            bounds.Add(Hex(range[(hyphen + 1)..]));
        }

        return bounds;
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(UnicodeTables).Assembly.GetManifestResourceStream("Daytwo.Cel.Patterns.UnicodeTables.txt")!;
        using var reader = new StreamReader(stream);
        var lines = new Dictionary<string, string>();
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ');
            lines.Add(line[..space], line[(space + 1)..]);
        }

        return lines;
    }

    private static SortedList<int, int[]> ReadFolds()
    {
        var folds = new SortedDictionary<int, int[]>();
        foreach (var group in Lines.Value["="].Split(','))
        {
            var same = group.Split(' ').Select(Hex).ToArray();
            foreach (var rune in same)
            {
                folds.Add(rune, same);
            }
        }

        return new SortedList<int, int[]>(folds);
    }
}
