using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Cli;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cel;

/// <summary>
/// Generated expressions over generated objects, answered by <c>daytwo cel</c> and by the libraries of kube-apiserver: value, error,
/// refusal and cost have to be the same. <c>DAYTWO_FUZZ_CASES</c> asks for more of them, <c>DAYTWO_FUZZ_SEED</c> for others.
/// </summary>
public sealed class DifferentialTests
{
    private const int Cases = 4000;
    private const int Shown = 10;

    [Theory]
    [InlineData("36", "twin")]
    [InlineData("37", "cel-v1.37")]
    public async Task Cel_generated_cases_answers_as_the_apiserver(string minor, string program)
    {
        var oracle = Programs.Require(program).Path;
        var cases = Generate(Setting("DAYTWO_FUZZ_SEED", 1), Setting("DAYTWO_FUZZ_CASES", Cases));

        var answers = await Ask(DaytwoProgram.Executable, ["cel", "--minor", minor], cases);
        (cases, answers) = Survivable(cases, answers);
        var expected = await Ask(oracle, ["cel"], cases);

        var different = cases.Where((_, i) => !Same(expected[i], answers[i])).ToList();
        var differences = await WithoutChance(oracle, different, cases, expected, answers);
        Assert.True(differences.Count == 0, $"{differences.Count} of {cases.Count} differ:\n{string.Join('\n', differences.Take(Shown))}");
    }

    private static List<JsonObject> Generate(int seed, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new JsonObject
        {
            ["id"] = (seed * 1_000_000L + i).ToString(CultureInfo.InvariantCulture),
            ["expr"] = new ExpressionGenerator((seed * 1_000_003) + i).Next(),
            ["vars"] = new JsonObject { ["object"] = new ObjectGenerator((seed * 1_000_033) + i).Next() },
        })];

    /// <summary>Without the cases of which the oracle's process ends: literals that Go panics over while it compiles them. We refuse those.</summary>
    private static (List<JsonObject> Cases, List<JsonObject> Answers) Survivable(List<JsonObject> cases, List<JsonObject> answers)
    {
        var fatal = answers.Select(a => a["compileError"]?.GetValue<string>().Contains("hash of unhashable type", StringComparison.Ordinal) == true).ToList();
        return ([.. cases.Where((_, i) => !fatal[i])], [.. answers.Where((_, i) => !fatal[i])]);
    }

    private static async Task<List<JsonObject>> Ask(string program, string[] words, IEnumerable<JsonObject> cases)
    {
        var input = string.Join('\n', cases.Select(c => c.ToJsonString())) + "\n";
        var output = (await DaytwoProgram.Run(program, new Dictionary<string, string>(), input, words)).Good();
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    /// <summary>Go's maps are walked in random order, and what stops a walk early then costs by chance: where the oracle differs from itself nothing is to learn.</summary>
    private static async Task<List<string>> WithoutChance(
        string oracle, List<JsonObject> different, List<JsonObject> cases, List<JsonObject> expected, List<JsonObject> answers)
    {
        if (different.Count == 0)
        {
            return [];
        }

        const int Again = 6;
        var repeated = await Ask(oracle, ["cel"], Enumerable.Repeat(different, Again).SelectMany(c => c));
        return [.. different
            .Where((_, n) => Enumerable.Range(0, Again).All(r => Same(repeated[(r * different.Count) + n], repeated[n])))
            .Select(c => $"{c["expr"]}\n  on {c["vars"]}\n  want {expected[cases.IndexOf(c)]}\n  got  {answers[cases.IndexOf(c)]}")];
    }

    private static bool Same(JsonObject want, JsonObject got) =>
        want.ContainsKey("compileError") == got.ContainsKey("compileError")
        && want.ContainsKey("error") == got.ContainsKey("error")
        && (want.ContainsKey("compileError") || Cost(want) == Cost(got))
        && Text(want, "type") == Text(got, "type")
        && JsonNode.DeepEquals(want["value"], got["value"])
        && (IsAddress(Text(want, "text")) || Letters(want) == Letters(got));

    // Go prints the entries of a map in random order.
    private static string? Letters(JsonObject answer) =>
        Text(answer, "type") is "map" or "list" && Text(answer, "text") is { } text ? string.Concat(text.Order()) : Text(answer, "text");

    // Go prints a format by the address of its function.
    private static bool IsAddress(string? text) => text?.Contains(" 0x", StringComparison.Ordinal) == true;

    private static long Cost(JsonObject answer) => answer["cost"]?.GetValue<long>() ?? 0;

    private static string? Text(JsonObject answer, string field) => answer[field]?.GetValue<string>();

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : usual;
}
