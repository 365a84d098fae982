using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;

namespace Daytwo.Admission.Tests;

/// <summary>Verdicts of validating policies. Cases: cases/validating*.yaml, with the texts of kube-apiserver.</summary>
public sealed class ValidatingPolicyTests
{
    private static readonly IReadOnlyDictionary<string, PolicyCase> Cases = PolicyCase.Read("validating.yaml");

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Request_gets_the_verdict_of_the_case(string name)
    {
        var item = Cases[name];
        var policies = new ValidatingPolicies([Compile(item)]);

        var verdict = policies.Evaluate(CaseRequest.Of(item), new CaseCluster(item), TestContext.Current.CancellationToken);

        PolicyCase.Same(item.Want, Shown(verdict, item.Want));
    }

    private static ValidatingPolicy Compile(PolicyCase item)
    {
        var policy = item.Objects("policy").Single();
        policy["matchConstraints"] ??= JsonNode.Parse("""{"resourceRules":[{"apiGroups":["*"],"apiVersions":["*"],"operations":["*"],"resources":["*"]}]}""");
        var bindings = item.Objects("binding").DefaultIfEmpty(new JsonObject { ["validationActions"] = new JsonArray("Deny") });
        return ValidatingPolicy.Compile(
            JsonSerializer.Deserialize(PolicyCase.Whole(policy, "policy"), PolicyJson.Default.ValidatingAdmissionPolicy)!,
            [.. bindings.Select(b => JsonSerializer.Deserialize(PolicyCase.Whole(b, "binding"), PolicyJson.Default.ValidatingAdmissionPolicyBinding)!)]);
    }

    /// <summary>The verdict with the members the case names.</summary>
    private static JsonObject Shown(ValidationVerdict verdict, JsonObject want)
    {
        var shown = new JsonObject { ["allowed"] = verdict.Allowed };
        if (verdict.Denial is { } denial)
        {
            shown["says"] = denial.DenialText;
            shown["reason"] = denial.Reason;
            shown["code"] = denial.Code;
        }

        if (verdict.Warnings.Count > 0)
        {
            shown["warnings"] = new JsonArray([.. verdict.Warnings.Select(w => (JsonNode)w)]);
        }

        if (verdict.AuditAnnotations.Count > 0)
        {
            shown["annotations"] = new JsonObject(verdict.AuditAnnotations.Select(a => KeyValuePair.Create(a.Key, (JsonNode?)a.Value)));
        }

        if (verdict.Findings.Any(f => f.Actions.Count == 0))
        {
            shown["ignored"] = new JsonArray([.. verdict.Findings.Where(f => f.Actions.Count == 0).Select(f => (JsonNode)f.Message)]);
        }

        if (want.ContainsKey("cost"))
        {
            shown["cost"] = verdict.Cost;
        }

        return shown;
    }
}
