using System.Text;
using System.Text.RegularExpressions;

namespace Daytwo.Cluster.Tests.Cel;

/// <summary>Makes expressions of the grammar in <c>grammar.txt</c>; the same seed makes the same expression.</summary>
/// <remarks>Now and then a hole gets an expression of another type: what does not compile, or fails when run, has to agree as well.</remarks>
internal sealed partial class ExpressionGenerator(int seed)
{
    private const int Deepest = 5;
    private const double WrongType = 0.03;

    private static readonly Dictionary<string, Production[]> Productions = ReadGrammar();
    private static readonly string[] Types = [.. Productions.Keys];

    private readonly Random random = new(seed);
    private readonly List<(string Name, string Type)> scope = [];
    private int names;

    public string Next() => Expression(random.NextDouble() < 0.6 ? "bool" : Types[random.Next(Types.Length)], 0);

    private string Expression(string type, int depth)
    {
        if (random.NextDouble() < WrongType)
        {
            type = Types[random.Next(Types.Length)];
        }

        var visible = scope.Where(v => v.Type == type).ToArray();
        if (visible.Length > 0 && random.NextDouble() < 0.4)
        {
            return visible[random.Next(visible.Length)].Name;
        }

        var all = Productions[type];
        var leaves = Array.FindAll(all, p => p.IsLeaf);
        var deep = depth >= Deepest || random.NextDouble() < 0.1 * depth;
        var choices = deep && leaves.Length > 0 ? leaves : all;
        return Fill(choices[random.Next(choices.Length)].Text, depth + 1);
    }

    private string Fill(string template, int depth)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var outer = scope.Count;
        var text = new StringBuilder();
        var at = 0;
        foreach (Match hole in Hole().Matches(template))
        {
            text.Append(template, at, hole.Index - at);
            at = hole.Index + hole.Length;
            text.Append(Filled(hole, variables, depth));
        }

        text.Append(template, at, template.Length - at);
        scope.RemoveRange(outer, scope.Count - outer);
        return text.ToString();
    }

    private string Filled(Match hole, Dictionary<string, string> variables, int depth)
    {
        if (hole.Groups["declared"].Success)
        {
            var name = $"v{names++}";
            variables[hole.Groups["declared"].Value] = name;
            scope.Add((name, hole.Groups["of"].Value));
            return name;
        }

        return hole.Groups["used"].Success ? variables[hole.Groups["used"].Value] : Operand(hole.Groups["type"].Value, depth);
    }

    // Parenthesized, so that what stands around a hole binds to all of it.
    private string Operand(string type, int depth)
    {
        var text = Expression(type, depth);
        return Simple().IsMatch(text) ? text : $"({text})";
    }

    private static Dictionary<string, Production[]> ReadGrammar()
    {
        using var stream = typeof(ExpressionGenerator).Assembly.GetManifestResourceStream("grammar.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n')
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(": ", 2))
            .GroupBy(parts => parts[0], parts => new Production(parts[1], !Hole().IsMatch(parts[1])))
            .ToDictionary(group => group.Key, group => group.ToArray());
    }

    private readonly record struct Production(string Text, bool IsLeaf);

    [GeneratedRegex(@"\{\$(?<declared>[a-z]):(?<of>[a-zA-Z]+)\}|\$(?<used>[a-z])\b|\{(?<type>[a-zA-Z]+)\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"^([\w.]+|'[^']*'|""[^""]*"")$")]
    private static partial Regex Simple();
}
