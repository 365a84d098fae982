using Daytwo.Proof.Suites;

namespace Daytwo.Proof.Tests.Suites;

public sealed class SuiteRunnerTests : IDisposable
{
    private const string Rule = """
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: small}
        spec:
          match: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: ["*"], resources: [configmaps]}]}
          validations: [{expression: "request.operation == 'DELETE' || size(object.?data.orValue({})) < 2", message: at most one key}]
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("daytwo-").FullName;

    public static TheoryData<string> Library => [.. Directory.GetFiles(Path.Combine(Root(), "config", "rules", "tests"), "*.yaml").Select(file => Path.GetFileName(file)!)];

    [Theory, MemberData(nameof(Library))]
    public void Rules_of_the_library_judge_as_their_suites_say(string file)
    {
        var results = SuiteRunner.Run(Path.Combine(Root(), "config", "rules", "tests", file), DateTimeOffset.UnixEpoch);
        Assert.NotEmpty(results);
        Assert.Empty(results.Where(result => !result.Passed).SelectMany(result => result.Problems.Select(problem => $"{result.Case}: {problem}")));
    }

    [Theory]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap, data: {a: b}}, expect: deny}", "verdict: expected deny, got allow")]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap, data: {a: b, c: d}}, expect: allow}", "verdict: expected allow, got deny: at most one key")]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap, data: {a: b, c: d}}, expect: warn, message: other}", "message: expected other\n              got at most one key")]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap, data: {a: b}}, expect: allow, result: {apiVersion: v1, kind: ConfigMap, data: {a: c}}}", "object: expected data.a: \"c\"\n             got data.a: \"b\"")]
    public void Case_that_is_judged_otherwise_fails_and_says_how(string item, string problem) => Assert.Equal([problem], Run(item).Problems);

    [Theory]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap, data: {a: b, c: d}}, expect: deny, message: at most one key}")]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap, data: {a: b, c: d}}, expect: warn}")]
    [InlineData("{oldObject: {apiVersion: v1, kind: ConfigMap, data: {a: b, c: d}}, expect: allow}")]
    public void Case_that_is_judged_as_expected_passes(string item) => Assert.True(Run(item).Passed);

    [Theory]
    [InlineData("{expect: deny}", "give object, oldObject or both")]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap}, expect: refuse}", "expect is 'refuse'; write allow, deny or warn")]
    [InlineData("{object: {apiVersion: v1, kind: ConfigMap}, expected: deny}", "'expected' is no member of a case")]
    public void Case_that_cannot_be_read_names_file_case_and_member(string item, string said)
    {
        var e = Assert.Throws<ProofException>(() => Run(item));
        Assert.Contains("suite.yaml: cases[0]", e.Message, StringComparison.Ordinal);
        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CaseResult Run(string item)
    {
        File.WriteAllText(Path.Combine(_folder, "rule.yaml"), Rule);
        var suite = Path.Combine(_folder, "suite.yaml");
        File.WriteAllText(suite, $"rules: [rule.yaml]\ncases: [{item}]\n");
        return Assert.Single(SuiteRunner.Run(suite, DateTimeOffset.UnixEpoch));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Operator.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Operator.sln is in no parent folder of the tests");
    }
}
