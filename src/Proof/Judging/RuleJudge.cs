using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Admission;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Validating;
using Daytwo.Crds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules;

namespace Daytwo.Proof.Judging;

/// <summary>A rule judged in this program, by the engine that the webhooks use: first its mutations, then its validations. Pure.</summary>
public sealed class RuleJudge
{
    private readonly ValidatingPolicies _validating;
    private readonly MutatingPolicies _mutating;

    private RuleJudge(ValidatingPolicy? validating, MutatingPolicy? mutating)
    {
        _validating = new ValidatingPolicies(validating is null ? [] : [validating]);
        _mutating = new MutatingPolicies(mutating is null ? [] : [mutating]);
        Problems = [.. (validating?.Problems ?? []).Concat(mutating?.Problems ?? [])];
        Expressions = [.. (validating?.Expressions ?? []).Concat(mutating?.Expressions ?? []).DistinctBy(expression => expression.Field)];
    }

    /// <summary>Expressions that do not compile, with their fields and positions in the policy.</summary>
    public IReadOnlyList<CompileProblem> Problems { get; }

    /// <summary>Every expression, with its field in the policy and its type.</summary>
    public IReadOnlyList<PolicyExpression> Expressions { get; }

    /// <exception cref="ProofException">The rule cannot be rendered; the message has every reason.</exception>
    public static RuleJudge Of(AdmissionRule rule, IEnumerable<RuleException> exceptions, DateTimeOffset wall)
    {
        var rendered = RuleRenderer.Render(rule, exceptions, wall);
        if (!rendered.IsRenderable)
        {
            throw new ProofException($"{rule.Metadata.Name} cannot be rendered: {string.Join("; ", rendered.Findings.Select(finding => $"{finding.Field}: {finding.Message}"))}");
        }

        var validating = Read(rendered, PolicyTypes.ValidatingPolicy, PolicyJson.Default.ValidatingAdmissionPolicy) is { } judging
            ? ValidatingPolicy.Compile(judging, [Read(rendered, PolicyTypes.ValidatingBinding, PolicyJson.Default.ValidatingAdmissionPolicyBinding)!]) : null;
        var mutating = Read(rendered, PolicyTypes.MutatingPolicy, PolicyJson.Default.MutatingAdmissionPolicy) is { } changing
            && Read(rendered, PolicyTypes.MutatingBinding, PolicyJson.Default.MutatingAdmissionPolicyBinding) is { } bound
                ? MutatingPolicy.Compile(changing, [bound]) : null;
        return new RuleJudge(validating, mutating);
    }

    /// <summary>What the rule's mutations make of a request's object, in one pass.</summary>
    public MutationVerdict Mutate(AdmissionRequest request, IAdmissionCluster cluster) => _mutating.Evaluate(request, cluster, SchemalessTypes.Instance, new Reinvocations());

    /// <summary>What the rule's validations say of a request.</summary>
    public ValidationVerdict Validate(AdmissionRequest request, IAdmissionCluster cluster) => _validating.Evaluate(request, cluster);

    /// <summary>Both, one after the other, as where no API completes the object in between.</summary>
    /// <param name="json">The object as sent; null for deletions.</param>
    /// <param name="request">The request about it, its object included.</param>
    public Judgement Judge(AdmissionRequest request, JsonObject? json, IAdmissionCluster cluster)
    {
        var mutation = Mutate(request, cluster);
        if (!mutation.Allowed)
        {
            var refusal = Refusal(mutation);
            return new Judgement(false, refusal, [], null, mutation.Cost) { Concerned = true, Failures = [refusal] };
        }

        var changed = mutation.Changed ?? json;
        var verdict = Validate(mutation.Changed is null ? request : request with { Object = GivenCluster.Value(changed) }, cluster);
        return new Judgement(verdict.Allowed, verdict.Denial?.Message ?? "", Warnings(verdict), verdict.Allowed ? changed : null, mutation.Cost + verdict.Cost)
        {
            Concerned = mutation.Evaluated + verdict.Evaluated + mutation.Failures.Count + verdict.Findings.Count > 0,
            Changed = mutation.Changed is not null,
            Failures = [.. mutation.Failures.Select(failure => failure.Message)],
            Findings = verdict.Findings,
        };
    }

    /// <summary>Why mutations refuse a request.</summary>
    internal static string Refusal(MutationVerdict mutation) => mutation.Fatal?.Error ?? mutation.Failures.First(failure => !failure.Ignored).Message;

    /// <summary>What the user is told beside the verdict, without the names of policies.</summary>
    internal static IReadOnlyList<string> Warnings(ValidationVerdict verdict) =>
        [.. verdict.Findings.Where(finding => finding.Actions.Contains(ValidationAction.Warn)).Select(finding => finding.Message)];

    private static T? Read<T>(RenderedRule rendered, ResourceType type, JsonTypeInfo<T> json) where T : class =>
        rendered.Objects.FirstOrDefault(item => item.Type == type)?.Json.Deserialize(json);
}
