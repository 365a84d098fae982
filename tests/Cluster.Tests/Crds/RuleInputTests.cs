using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>The apiserver itself refuses bad rules and exceptions, naming field, value and remedy, and takes good ones. Cases: rule-input-cases.json.</summary>
public sealed class RuleInputTests(InstalledKinds kinds)
{
    private static readonly IReadOnlyDictionary<string, JsonObject> Cases =
        JsonNode.Parse(File.ReadAllText(Repository.Path("tests", "Cluster.Tests", "Crds", "rule-input-cases.json")))!.AsArray()
            .Select(node => node!.AsObject()).ToDictionary(item => (string)item["name"]!);

    /// <summary>Every case by name, with the object that is submitted.</summary>
    internal static IEnumerable<(string Name, JsonObject Value)> All => Cases.Select(item => (item.Key, Spoiled(item.Value)));

    public static TheoryData<string> Refused => [.. Cases.Values.Where(item => item["field"] is not null).Select(item => (string)item["name"]!)];

    public static TheoryData<string> Accepted => [.. Cases.Values.Where(item => item["field"] is null).Select(item => (string)item["name"]!)];

    [Theory, MemberData(nameof(Refused))]
    public async Task Bad_input_is_refused_with_field_value_and_remedy(string name)
    {
        var item = Cases[name];

        var answer = await (await kinds.Get()).Create(Spoiled(item));

        Assert.True(answer.Code == 422, $"{answer.Code} {answer.Body}");
        Assert.Contains((string)item["field"]!, answer.Fields);
        Assert.All(item["says"]!.AsArray(), text => Assert.Contains((string)text!, answer.Message, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Accepted))]
    public async Task Good_input_is_taken(string name)
    {
        var answer = await (await kinds.Get()).Create(Spoiled(Cases[name]));

        Assert.True(answer.Accepted, answer.Message);
    }

    [Theory]
    [InlineData("AdmissionRule", "No_Latest", "is not the name of a rule")]
    [InlineData("AdmissionRule", "a123456789012345678901234567890123456789012345678901234567890123", "at most 63")]
    [InlineData("RuleException", "a12345678901234567890123456789012345678901234567890123", "at most 53")]
    public async Task Name_that_cannot_become_a_label_or_condition_is_refused(string kind, string name, string says)
    {
        var good = Good(kind);
        good["metadata"]!["name"] = name;

        var answer = await (await kinds.Get()).Create(good);

        Assert.Equal(422, answer.Code);
        Assert.Contains(name.Contains('_', StringComparison.Ordinal) ? "Invalid value: \"No_Latest\"" : says, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2020-01-01T00:00:00Z", "is in the past")]
    [InlineData("2999-01-01T00:00:00Z", "is more than 366 days after the exception was created")]
    public async Task Exception_needs_an_end_that_is_near_and_to_come(string expiresAt, string says)
    {
        var good = Good("RuleException");
        good["spec"]!["expiresAt"] = expiresAt;

        var answer = await (await kinds.Get()).Create(good);

        Assert.Equal(422, answer.Code);
        Assert.Contains($"spec.expiresAt: {expiresAt} {says}", answer.Message, StringComparison.Ordinal);
    }

    private static JsonObject Spoiled(JsonObject item)
    {
        var value = SampleBackup.Merge(Good((string)item["kind"]!), new JsonObject { ["spec"] = item["spec"]!.DeepClone() });
        if ((string?)item["fill"] is { } path)
        {
            var validation = value["spec"]!["validations"]![0]!;
            validation[path[(path.LastIndexOf('.') + 1)..]] = new string('a', (int)item["length"]!);
        }

        return value;
    }

    private static JsonObject Good(string kind) => new()
    {
        ["apiVersion"] = "daytwo.dev/v1alpha1",
        ["kind"] = kind,
        ["metadata"] = new JsonObject { ["name"] = "case" },
        ["spec"] = kind == "AdmissionRule"
            ? JsonNode.Parse("""
                {"match":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["pods"]}]},
                 "validations":[{"expression":"true","message":"never said"}]}
                """)
            : new JsonObject
            {
                ["rules"] = new JsonArray("no-latest"),
                ["match"] = new JsonObject { ["namespaces"] = new JsonArray("a") },
                ["owner"] = "a@example.com",
                ["reason"] = "a test",
                ["expiresAt"] = TimeProvider.System.GetUtcNow().AddDays(30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            },
    };
}
