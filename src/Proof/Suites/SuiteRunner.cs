using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Yaml;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Files;
using Daytwo.Proof.Judging;

namespace Daytwo.Proof.Suites;

/// <summary>Runs suites: files with <c>rules</c>, paths beside the suite, and <c>cases</c>. Nothing but files is needed.</summary>
public static class SuiteRunner
{
    /// <param name="wall">Decides which exceptions hold.</param>
    /// <exception cref="ProofException">A suite cannot be read, or names a rule that is not there; the message says where.</exception>
    public static IReadOnlyList<CaseResult> Run(string file, DateTimeOffset wall)
    {
        var results = new List<CaseResult>();
        foreach (var document in Documents(file))
        {
            var paths = (document["rules"] as JsonArray ?? throw new ProofException($"{file}: a suite names files of rules under 'rules'")).Select(path => Path.Combine(Path.GetDirectoryName(file)!, (string)path!));
            var rules = RuleFiles.Read(paths);
            foreach (var (number, node) in (document["cases"] as JsonArray ?? throw new ProofException($"{file}: a suite has 'cases'")).Index())
            {
                results.Add(Run(rules, CaseReader.Read(node, $"{file}: cases[{number}]"), file, wall));
            }
        }

        return results;
    }

    private static IReadOnlyList<JsonNode> Documents(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            return YamlReader.ReadAll(text, file);
        }
        catch (Exception e) when (e is YamlSyntaxException or IOException or UnauthorizedAccessException)
        {
            throw new ProofException(e.Message, e);
        }
    }

    private static CaseResult Run(RuleSet rules, SuiteCase item, string file, DateTimeOffset wall)
    {
        var rule = (item.Rule is null ? rules.Rules.Count == 1 ? rules.Rules[0] : null : rules.Rules.FirstOrDefault(rule => rule.Metadata.Name == item.Rule))
            ?? throw new ProofException($"{file}: {item.Name}: name the case's rule, one of {string.Join(", ", rules.Rules.Select(rule => rule.Metadata.Name))}");
        var mode = item.Expect == Expectation.Warn ? RuleMode.Warn : RuleMode.Enforce;
        var judge = RuleJudge.Of(rule with { Spec = rule.Spec with { Mode = mode } }, rules.Exceptions, wall);
        if (judge.Problems is [var problem, ..])
        {
            return new CaseResult(file, rule.Metadata.Name, item.Name, [$"{problem.Field}: {problem.Text}"], 0);
        }

        var judgement = judge.Judge(item.Request, item.Object, item.Cluster);
        return new CaseResult(file, rule.Metadata.Name, item.Name, [.. Problems(item, judgement)], judgement.Cost);
    }

    private static IEnumerable<string> Problems(SuiteCase item, Judgement judgement)
    {
        var actual = !judgement.Allowed ? Expectation.Deny : judgement.Warnings.Count > 0 ? Expectation.Warn : Expectation.Allow;
        var said = judgement.Allowed ? string.Join('\n', judgement.Warnings) : judgement.Message;
        if (actual != item.Expect)
        {
            yield return $"verdict: expected {Word(item.Expect)}, got {Word(actual)}{(said.Length > 0 ? $": {said}" : "")}";
        }
        else if (item.Message is { } message && message != said)
        {
            yield return $"message: expected {message}\n              got {said}";
        }

        if (item.Result is { } result && judgement.Allowed && !JsonNode.DeepEquals(result, judgement.Object))
        {
            var (expected, got) = ObjectDifference.Describe(result, judgement.Object);
            yield return $"object: expected {expected}\n             got {got}";
        }
    }

    private static string Word(Expectation value) => value.ToString().ToLowerInvariant();
}
