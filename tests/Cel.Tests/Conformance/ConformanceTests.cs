using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Cel.Cases;

namespace Daytwo.Cel.Tests.Conformance;

/// <summary>The specification's own cases and those of policies, as the apiservers answer them: DAYTWO_CEL_DATA names their folder.</summary>
public sealed class ConformanceTests
{
    [Theory]
    [InlineData("cel-spec.jsonl", CelDialect.Kubernetes136)]
    [InlineData("cel-spec.jsonl", CelDialect.Kubernetes137)]
    [InlineData("policies.jsonl", CelDialect.Kubernetes136)]
    [InlineData("policies.jsonl", CelDialect.Kubernetes137)]
    public async Task Every_case_is_answered_as_by_the_apiserver(string file, CelDialect dialect)
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var line in await Lines(file))
        {
            var question = JsonNode.Parse(line)!;
            var expected = dialect == CelDialect.Kubernetes137 && question["k8s137"] is { } next ? next : question["k8s"];
            if (expected is null)
            {
                continue;
            }

            count++;
            var answer = JsonNode.Parse(ExpressionCases.Answer(Encoding.UTF8.GetBytes(line), dialect))!.AsObject();
            answer.Remove("id");
            if (!Same(expected, answer))
            {
                wrong.Add($"{line}\n   ours: {answer.ToJsonString()}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {count} differ:\n{string.Join('\n', wrong.Take(20))}");
        Assert.True(count > 1000);
    }

    private static async Task<string[]> Lines(string file)
    {
        var folder = Environment.GetEnvironmentVariable("DAYTWO_CEL_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "needs the conformance cases of expressions, which this machine does not have (set DAYTWO_CEL_DATA)");
        var path = Path.Combine(folder!, file);
        if (File.Exists(path))
        {
            return await File.ReadAllLinesAsync(path);
        }

        Assert.SkipUnless(File.Exists(path + ".xz"), $"needs {file}, which DAYTWO_CEL_DATA does not have");
        using var process = Process.Start(new ProcessStartInfo("xz", ["--decompress", "--stdout", path + ".xz"]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // Numbers are the same however they are written.
    private static bool Same(JsonNode? one, JsonNode? two) => (one, two) switch
    {
        (null, null) => true,
        (JsonObject a, JsonObject b) => a.Count == b.Count && a.All(m => b.TryGetPropertyValue(m.Key, out var other) && Same(m.Value, other)),
        (JsonArray a, JsonArray b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (JsonValue a, JsonValue b) => a.ToJsonString() == b.ToJsonString() || (Number(a) is { } x && Number(b) is { } y && x.Equals(y)),
        _ => false,
    };

    private static double? Number(JsonValue value) => value.GetValueKind() == System.Text.Json.JsonValueKind.Number
        ? double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
