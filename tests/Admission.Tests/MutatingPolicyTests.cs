using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Kubernetes.Patches;

namespace Daytwo.Admission.Tests;

/// <summary>What mutating policies make of objects. Cases: cases/mutating.yaml, with the texts of kube-apiserver.</summary>
public sealed class MutatingPolicyTests
{
    private static readonly IReadOnlyDictionary<string, PolicyCase> Cases = PolicyCase.Read("mutating.yaml");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Request_is_changed_as_the_case_says(string name)
    {
        var item = Cases[name];
        var policies = new MutatingPolicies(item.Objects("policy").Select(Compile));
        var request = CaseRequest.Of(item);
        var reinvocations = new Reinvocations();

        var verdict = policies.Evaluate(request, new CaseCluster(item), new SimpleTypes(), reinvocations, TestContext.Current.CancellationToken);
        var passes = 1;
        var before = JsonConversion.Document(request.Object);
        if (verdict.Changed is { } changed)
        {
            PolicyCase.Same(changed, JsonPatch.Apply(before, verdict.Patch).Value);
        }

        if (reinvocations.NeedsSecondPass)
        {
            reinvocations.BeginSecondPass();
            var once = request with { Object = verdict.Changed is null ? request.Object : JsonConversion.Value(verdict.Changed) };
            var second = policies.Evaluate(once, new CaseCluster(item), new SimpleTypes(), reinvocations, TestContext.Current.CancellationToken);
            passes += second.Evaluated > 0 ? 1 : 0;
            PolicyCase.Same(item.Want, Shown(second, second.Changed ?? verdict.Changed, passes, item.Want));
        }
        else
        {
            PolicyCase.Same(item.Want, Shown(verdict, verdict.Changed, passes, item.Want));
        }
    }

    private static MutatingPolicy Compile(JsonObject written)
    {
        var policy = (JsonObject)written.DeepClone();
        policy["matchConstraints"] ??= JsonNode.Parse("""{"resourceRules":[{"apiGroups":["*"],"apiVersions":["*"],"operations":["*"],"resources":["*"]}]}""");
        return MutatingPolicy.Compile(
            JsonSerializer.Deserialize(PolicyCase.Whole(policy, "policy"), PolicyJson.Default.MutatingAdmissionPolicy)!,
            JsonSerializer.Deserialize(PolicyCase.Whole([], "binding"), PolicyJson.Default.MutatingAdmissionPolicyBinding)!);
    }

    private static JsonObject Shown(MutationVerdict verdict, JsonObject? value, int passes, JsonObject want)
    {
        var shown = new JsonObject();
        if (verdict.Allowed)
        {
            shown["object"] = value?.DeepClone();
        }

        if (verdict.Fatal is { } fatal)
        {
            shown["fatal"] = fatal.Error;
        }

        if (verdict.Failures.Count > 0)
        {
            shown[verdict.Allowed ? "ignored" : "says"] = verdict.Failures[0].Text;
        }

        if (want.ContainsKey("passes"))
        {
            shown["passes"] = passes;
        }

        return shown;
    }
}
