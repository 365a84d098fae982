using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Admission;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules;

namespace Daytwo.Webhooks.Serving;

/// <summary>A rule ready to be evaluated: its policies, compiled.</summary>
internal sealed class ServedRule
{
    private volatile bool _policyInForce;

    private ServedRule(AdmissionRule rule, ValidatingPolicies validating, MutatingPolicy? mutating, RuleSeries series, RuleTally tally) =>
        (Name, Spec, Validating, Mutating, Series, Tally) = (rule.Metadata.Name, rule.Spec, validating, mutating, series, tally);

    public string Name { get; }

    public AdmissionRuleSpec Spec { get; }

    /// <summary>The one validating policy of the rule; none when it validates nothing.</summary>
    public ValidatingPolicies Validating { get; }

    /// <summary>Its mutating policy; null when it changes nothing.</summary>
    public MutatingPolicy? Mutating { get; }

    public RuleSeries Series { get; }

    public RuleTally Tally { get; }

    /// <summary>Whether every apiserver was seen to enforce exactly this as a policy: what was asked of the webhook has then been answered by the policy.</summary>
    public bool PolicyInForce { get => _policyInForce; set => _policyInForce = value; }

    /// <summary>Compiles what a rule was rendered to.</summary>
    /// <param name="problem">Why it cannot be served; null when it can.</param>
    public static ServedRule? Compile(AdmissionRule rule, RenderedRule rendered, RuleMetrics metrics, RuleTally tally, out string? problem)
    {
        var validating = Read(rendered, PolicyTypes.ValidatingPolicy, PolicyJson.Default.ValidatingAdmissionPolicy) is { } judging
            && Read(rendered, PolicyTypes.ValidatingBinding, PolicyJson.Default.ValidatingAdmissionPolicyBinding) is { } judgingBound
                ? ValidatingPolicy.Compile(judging, [judgingBound]) : null;
        var mutating = Read(rendered, PolicyTypes.MutatingPolicy, PolicyJson.Default.MutatingAdmissionPolicy) is { } changing
            && Read(rendered, PolicyTypes.MutatingBinding, PolicyJson.Default.MutatingAdmissionPolicyBinding) is { } changingBound
                ? MutatingPolicy.Compile(changing, [changingBound]) : null;
        IEnumerable<CompileProblem> problems = [.. validating?.Problems ?? [], .. mutating?.Problems ?? []];
        problem = problems.Select(found => $"{found.Field}: {found.Text}").FirstOrDefault();
        return problem is null ? new ServedRule(rule, new ValidatingPolicies(validating is null ? [] : [validating]), mutating, metrics.Of(rule.Metadata.Name), tally) : null;
    }

    private static T? Read<T>(RenderedRule rendered, ResourceType type, JsonTypeInfo<T> json) where T : class =>
        rendered.Objects.FirstOrDefault(item => item.Type == type)?.Json.Deserialize(json);
}
