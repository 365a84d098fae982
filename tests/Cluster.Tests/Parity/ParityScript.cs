namespace Daytwo.Cluster.Tests.Parity;

/// <summary>
/// A script of <c>testdata</c>. A line is a comment (<c>#</c>), a kubectl command (<c>$ get pods</c>), or a request
/// (<c>POST /api/v1/… [media-type] [accept=table|metadata|metadata-list] [until=422]</c>); indented lines below are the request's body or
/// kubectl's standard input. <c>{ns}</c> is the script's own namespace.
/// </summary>
internal sealed class ParityScript
{
    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        ["merge"] = "application/merge-patch+json",
        ["json-patch"] = "application/json-patch+json",
        ["strategic"] = "application/strategic-merge-patch+json",
        ["apply"] = "application/apply-patch+yaml",
        ["yaml"] = "application/yaml",
        ["table"] = "application/json;as=Table;v=v1;g=meta.k8s.io,application/json",
        ["metadata-list"] = "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io,application/json",
        ["metadata"] = "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io,application/json",
    };

    private ParityScript(string name, IReadOnlyList<ParityStep> steps) => (Name, Steps) = (name, steps);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Parity", "testdata");

    public string Name { get; }

    /// <summary>The namespace that the script works in.</summary>
    public string Namespace => "parity-" + Name;

    public IReadOnlyList<ParityStep> Steps { get; }

    /// <param name="folder">Below the tests; the scripts of every run when it is null.</param>
    /// <param name="words">What stands for what in the script.</param>
    public static ParityScript Read(string name, string? folder = null, params IReadOnlyList<(string Placeholder, string Value)> words)
    {
        var steps = new List<ParityStep>();
        var lines = File.ReadAllLines(Path.Combine(folder is null ? Folder : Path.Combine(AppContext.BaseDirectory, folder), name + ".txt"));
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Replace("{ns}", "parity-" + name, StringComparison.Ordinal);
            line = words.Aggregate(line, (text, word) => text.Replace(word.Placeholder, word.Value, StringComparison.Ordinal));
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            if (line[0] == ' ')
            {
                var indent = line.StartsWith("  ", StringComparison.Ordinal) ? 2 : 1;
                steps[^1] = steps[^1] with { Body = steps[^1].Body + line[indent..] + "\n" };
            }
            else
            {
                steps.Add(line.StartsWith("$ ", StringComparison.Ordinal) ? new ParityStep(i + 1, true, line[2..], "") : Request(i + 1, line));
            }
        }

        return new ParityScript(name, steps);
    }

    private static ParityStep Request(int number, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var step = new ParityStep(number, false, $"{words[0]} {words[1]}", "");
        foreach (var word in words[2..])
        {
            if (word.StartsWith("until=", StringComparison.Ordinal))
            {
                step = step with { Until = word[6..] };
                continue;
            }

            step = word.StartsWith("accept=", StringComparison.Ordinal)
                ? step with { Accept = MediaTypes.GetValueOrDefault(word[7..], word[7..]) }
                : step with { ContentType = MediaTypes.GetValueOrDefault(word, word) };
        }

        return step;
    }
}
