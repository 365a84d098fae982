using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Validating;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Proof.Judging;
using Daytwo.Rules.Checking;
using Daytwo.Rules.Exceptions;
using AdmissionOperation = Daytwo.Crds.Admission.AdmissionOperation;

namespace Daytwo.Proof.Auditing;

/// <summary>One rule, ready to judge objects that exist by the engine and the rendering that requests meet. Pure.</summary>
internal sealed class RuleAuditor
{
    /// <summary>So that a full report stays well below what etcd takes.</summary>
    private const int LongestMessage = 1000;

    private readonly RuleJudge? _judge;
    private readonly List<AuditResult> _notes = [];

    /// <param name="wall">Decides which exceptions hold.</param>
    public RuleAuditor(AdmissionRule rule, IReadOnlyList<RuleException> exceptions, DateTimeOffset wall)
    {
        Rule = rule;
        if (Unjudged(rule) is { } reason)
        {
            Note(AuditOutcome.Skip, reason);
            return;
        }

        try
        {
            _judge = RuleJudge.Of(Judged(rule), exceptions, wall);
            _judge.Problems.ToList().ForEach(problem => Note(AuditOutcome.Error, $"{problem.Field}: {problem.Text}"));
        }
        catch (ProofException e)
        {
            Note(AuditOutcome.Error, e.Message);
        }

        foreach (var exception in ExceptionSet.Of(rule.Metadata.Name, exceptions, wall).Active)
        {
            if (RequesterUse.Of(exception) is { } use)
            {
                Note(AuditOutcome.Skip, $"RuleException {exception.Metadata.Name}: {use}, which is not known of stored objects: it was taken not to hold");
            }
        }
    }

    public AdmissionRule Rule { get; }

    /// <summary>Whether objects can be judged.</summary>
    public bool Judges => _judge is { Problems.Count: 0 };

    /// <summary>What is to be said of the rule as a whole.</summary>
    public IReadOnlyList<AuditResult> Notes => _notes;

    /// <returns>Null when the rule is not about the object, or an exception holds.</returns>
    public AuditResult? Judge(AdmissionRequest request, JsonObject json, IAdmissionCluster cluster)
    {
        var judgement = _judge!.Judge(request, json, cluster);
        if (!judgement.Concerned)
        {
            return null;
        }

        var broken = judgement.Findings.Where(finding => !finding.IsError).ToList();
        string[] failed = [.. judgement.Failures, .. judgement.Findings.Where(finding => finding.IsError).Select(finding => finding.Message)];
        var (outcome, check, message) = broken is [var first, ..]
                ? (Rule.Spec.Mode == RuleMode.Warn ? AuditOutcome.Warn : AuditOutcome.Fail, $"validations[{first.ExpressionIndex}]", string.Join("; ", broken.Select(finding => Told(finding, json))))
            : failed.Length > 0 ? (AuditOutcome.Error, (string?)null, IsSecret(json) ? "an expression failed; what it says of a Secret is not shown" : string.Join("; ", failed))
            : judgement.Changed ? (AuditOutcome.Warn, "mutations", "the rule would change it if it were created now")
            : (AuditOutcome.Pass, null, "");
        return Result(outcome, check, message) with { Object = AuditedObject.Of(json) };
    }

    /// <summary>Reports have more readers than Secrets: a computed message, which may quote one, is not shown.</summary>
    private string Told(PolicyFinding finding, JsonObject json) => IsSecret(json) ? Rule.Spec.Validations![finding.ExpressionIndex].Message ?? "" : finding.Message;

    private static bool IsSecret(JsonObject json) => json.Text("kind") == "Secret" && json.Text("apiVersion") == "v1";

    private static string? Unjudged(AdmissionRule rule) =>
        !rule.Spec.Match.ResourceRules.Any(IsAboutStored)
            ? "it is about no creation of objects (CREATE, resources without subresources), and nothing else can be told of stored objects"
        : RequesterUse.Of(rule) is { } use ? $"{use}, which is not known of stored objects"
        : Judged(rule).Spec is { Validations: null or [], Mutations: null or [] } ? "it has no validations, nor mutations that can be tried without an API (jsonPatch, in mode Enforce)"
        : null;

    private static bool IsAboutStored(RuleResources resources) =>
        resources.Operations.Any(operation => operation is AdmissionOperation.Create or AdmissionOperation.Any)
        && resources.Resources.Any(resource => resource == "*/*" || !resource.Contains('/', StringComparison.Ordinal));

    /// <summary>Without mutations that do nothing in the rule's mode, or that only an apiserver can apply.</summary>
    private static AdmissionRule Judged(AdmissionRule rule) =>
        rule.Spec.Mode == RuleMode.Enforce && (rule.Spec.Mutations ?? []).All(mutation => mutation.ApplyConfiguration is null)
            ? rule : rule with { Spec = rule.Spec with { Mutations = null } };

    private void Note(AuditOutcome outcome, string message) => _notes.Add(Result(outcome, null, message));

    private AuditResult Result(AuditOutcome outcome, string? check, string message) =>
        new(Rule.Metadata.Name, check, outcome, message.Length <= LongestMessage ? message : message[..LongestMessage] + "…", null)
        {
            Severity = Rule.Metadata.Annotations?.GetValueOrDefault("daytwo.dev/severity"),
            Category = Rule.Metadata.Annotations?.GetValueOrDefault("daytwo.dev/category"),
        };
}
