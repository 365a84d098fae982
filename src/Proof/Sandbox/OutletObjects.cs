using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules;

namespace Daytwo.Proof.Sandbox;

/// <summary>Puts marked rules into their outlet: policies as the operator applies them, or AdmissionRules for the webhooks to serve.</summary>
public static class OutletObjects
{
    /// <exception cref="ProofException">The rule cannot be rendered, or the API refuses what came of it.</exception>
    public static async Task Create(MadeObjects made, MarkedRule marked, TimeProvider time, CancellationToken ct)
    {
        var rendered = RuleRenderer.Render(marked.Rule, marked.Exceptions, time.GetUtcNow());
        if (!rendered.IsRenderable)
        {
            throw new ProofException($"the rule cannot be rendered: {string.Join("; ", rendered.Findings.Select(finding => $"{finding.Field}: {finding.Message}"))}");
        }

        if (marked.Rule.Spec.Outlet == RuleOutlet.Policy)
        {
            foreach (var item in rendered.Objects)
            {
                await made.Create(item.Type, null, item.Json, ct);
            }

            return;
        }

        foreach (var (number, exception) in marked.Exceptions.Index())
        {
            var write = new RuleExceptionWrite { Metadata = new ObjectMetaWrite { Name = $"{marked.Rule.Metadata.Name}-{number}" }, Spec = exception.Spec };
            await made.Create(Kinds.RuleExceptions.Type, null, Json(write, CrdsJson.Default.RuleExceptionWrite), ct);
        }

        var rule = new AdmissionRuleWrite { Metadata = new ObjectMetaWrite { Name = marked.Rule.Metadata.Name }, Spec = marked.Rule.Spec };
        await made.Create(Kinds.AdmissionRules.Type, null, Json(rule, CrdsJson.Default.AdmissionRuleWrite), ct);
    }

    private static JsonObject Json<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) => JsonSerializer.SerializeToNode(value, json)!.AsObject();
}
