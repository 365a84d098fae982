using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Tests;

/// <summary>The rules of config/rules, judged by our own engine, on objects with something missing: no expression may fail on it.</summary>
public sealed class LibraryTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(TestFiles.Folder, "..", "..", "..", ".."));

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Root, "config", "rules"), "*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.StartsWith(Path.Combine("config", "rules", "tests"), StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Files))]
    public void Rule_is_rendered_without_findings_and_compiles(string file)
    {
        var (rule, rendered) = TestFiles.Read(File.ReadAllText(Path.Combine(Root, file)));

        Assert.Empty(rendered.Findings);
        Assert.Equal(Path.GetFileNameWithoutExtension(file).Replace('_', '-'), rule.Metadata.Name);
        Assert.All(rendered.Objects.Where(made => made.Type == PolicyTypes.ValidatingPolicy), made => Assert.Empty(Compile(made).Problems));
        Assert.All(
            rendered.Objects.Where(made => made.Type == PolicyTypes.MutatingPolicy),
            made => Assert.Empty(MutatingPolicy.Compile(made.Json.Deserialize(PolicyJson.Default.MutatingAdmissionPolicy)!).Problems));
    }

    public static TheoryData<string> Judging => [.. Files.Select(file => (string)file).Where(file => !file.Contains("mutating", StringComparison.Ordinal))];

    public static TheoryData<string> Mutating => [.. Files.Select(file => (string)file).Where(file => file.Contains("mutating", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Mutating))]
    public void No_change_fails_on_a_field_that_is_missing_and_a_second_one_changes_nothing(string file)
    {
        var (rule, rendered) = TestFiles.Read(File.ReadAllText(Path.Combine(Root, file)));
        var policies = new MutatingPolicies([MutatingPolicy.Compile(
            rendered.Objects[0].Json.Deserialize(PolicyJson.Default.MutatingAdmissionPolicy)!, rendered.Objects[1].Json.Deserialize(PolicyJson.Default.MutatingAdmissionPolicyBinding)!)]);
        MutationVerdict Change(JsonObject value) => policies.Evaluate(SampleObjects.Creation(value), SampleObjects.Cluster, SchemalessTypes.Instance, new Reinvocations(), CancellationToken.None);
        var changed = 0;
        foreach (var (what, value) in SampleObjects.Of(rule.Spec.Match).SelectMany(SampleObjects.WithSomethingMissing))
        {
            var verdict = Change(value);

            Assert.True(verdict.Failures is [], $"{what}: {string.Join("; ", verdict.Failures)}");
            changed += verdict.Patch.Count;
            Assert.True(verdict.Changed is not { } after || Change(after).Patch.Count == 0, $"{what}: running twice changes twice");
        }

        Assert.True(changed > 0);
    }

    [Theory, MemberData(nameof(Judging))]
    public void No_expression_fails_on_a_field_that_is_missing(string file)
    {
        var (rule, rendered) = TestFiles.Read(File.ReadAllText(Path.Combine(Root, file)));
        var made = rendered.Objects.Single(item => item.Type == PolicyTypes.ValidatingPolicy);
        var binding = rendered.Objects.Single(item => item.Type == PolicyTypes.ValidatingBinding).Json.Deserialize(PolicyJson.Default.ValidatingAdmissionPolicyBinding)!;
        var policies = new ValidatingPolicies([ValidatingPolicy.Compile(made.Json.Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!, binding)]);
        var judged = 0;
        foreach (var whole in SampleObjects.Of(rule.Spec.Match))
        {
            foreach (var (what, value) in SampleObjects.WithSomethingMissing(whole))
            {
                var verdict = policies.Evaluate(SampleObjects.Creation(value), SampleObjects.Cluster, CancellationToken.None);

                Assert.True(verdict.Findings.All(finding => !finding.IsError), $"{what}: {string.Join("; ", verdict.Findings)}");
                judged += verdict.Evaluated;
            }
        }

        Assert.True(judged > 10 || rule.Spec.Match.ResourceRules[0].Operations.Contains(AdmissionOperation.Connect), $"only {judged} judged");
    }

    private static ValidatingPolicy Compile(RenderedObject made) => ValidatingPolicy.Compile(made.Json.Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!);
}
