using System.Text.Json;

namespace Daytwo.Cel.Tests.Recorded;

/// <summary>What kube-apiserver answered: files of one JSON array a line, the inputs first and the answer last. An error is an object {"e": message}.</summary>
internal static class RecordedCases
{
    /// <summary>Asserts that every case of a file is answered as recorded.</summary>
    /// <param name="file">Relative to the tests, as <c>Patterns/found.jsonl</c>.</param>
    /// <param name="answer">From the elements of a line to the answer as JSON would have it.</param>
    public static void Agree(string file, Func<JsonElement[], string> answer)
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in Lines(file))
        {
            var cells = JsonSerializer.Deserialize<JsonElement[]>(line)!;
            count++;
            string actual;
            try
            {
                actual = answer(cells);
            }
            catch (Exception e)
            {
                actual = e.ToString();
            }

            var expected = Text(cells[^1]);
            if (actual != expected)
            {
                wrong.Add($"{line}\n   ours: {actual}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count} differ:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(count > 5);
    }

    /// <summary>How an expected answer is compared: a string as itself, an error as "error: …", anything else as JSON.</summary>
    public static string Text(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.String => cell.GetString()!,
        JsonValueKind.Object when cell.TryGetProperty("e", out var error) => "error: " + error.GetString(),
        _ => JsonSerializer.Serialize(cell),
    };

    private static IEnumerable<string> Lines(string file)
    {
        var name = "Daytwo.Cel.Tests." + file.Replace('/', '.');
        using var stream = typeof(RecordedCases).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
