using System.Text;

namespace Daytwo.Profile;

/// <summary>
/// The methods that runs of our programs used, by name: a line per type, below it a line per method, with its type arguments in brackets.
/// Sorted, so that a new recording shows as a readable difference. Overloads are not told apart.
/// </summary>
internal sealed class UsedCode
{
    private readonly SortedDictionary<string, SortedSet<string>> methods = new(StringComparer.Ordinal);

    public int Count => methods.Values.Sum(m => m.Count);

    /// <summary>Every method, with the type it belongs to.</summary>
    public IEnumerable<(TypeName Type, string Name, IReadOnlyList<TypeName> Arguments)> Methods =>
        from entry in methods
        let type = TypeName.Parse(entry.Key)
        from method in entry.Value
        let space = method.IndexOf(' ', StringComparison.Ordinal)
        select space < 0
            ? (type, method, (IReadOnlyList<TypeName>)[])
            : (type, method[..space], TypeName.ParseList(method[(space + 1)..]));

    public void Add(TypeName type, string method, IReadOnlyList<TypeName> arguments) =>
        Of(type.ToString()).Add(arguments.Count == 0 ? method : $"{method} [{string.Join(',', arguments)}]");

    public static UsedCode Parse(string text)
    {
        var used = new UsedCode();
        SortedSet<string>? current = null;
        var number = 0;
        foreach (var line in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            number++;
            if (line.StartsWith('\t'))
            {
                (current ?? throw new FormatException($"line {number} of the profile, '{line.Trim()}', is a method without a type above it: record the profile anew")).Add(line[1..]);
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                current = used.Of(line);
            }
        }

        return used;
    }

    public override string ToString()
    {
        var text = new StringBuilder("# Methods that our programs use: what they are compiled ahead from. Written by eng/record-profile.sh (tools/Profile).\n");
        foreach (var (type, names) in methods)
        {
            text.Append(type).Append('\n');
            foreach (var name in names)
            {
                text.Append('\t').Append(name).Append('\n');
            }
        }

        return text.ToString();
    }

    private SortedSet<string> Of(string type) => methods.TryGetValue(type, out var names) ? names : methods[type] = new SortedSet<string>(StringComparer.Ordinal);
}
