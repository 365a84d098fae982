using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Proof.Auditing;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Judging;

namespace Daytwo.Proof.Explaining;

/// <summary>
/// Finds by trial what the validations and mutations of a rule cost: each alone, on small objects of common kinds and on ones as large as
/// the API takes. The apiserver bounds costs while it evaluates, and so does this; nobody can tell the worst beforehand.
/// </summary>
internal sealed class CostTrial
{
    /// <summary>Kinds tried; objects of the same kind of shape cost alike.</summary>
    private const int MostKinds = 3;

    private readonly AdmissionRule _rule;
    private readonly DateTimeOffset _wall;
    private readonly GivenCluster _cluster = new([GuessedResource.Namespace("default", null)], []);
    private readonly IReadOnlyList<(string What, bool Large, AdmissionRequest Request)> _requests;

    /// <param name="samples">Small objects; none for common kinds that the rule is about.</param>
    public CostTrial(AdmissionRule rule, IReadOnlyList<JsonObject> samples, DateTimeOffset wall)
    {
        (_rule, _wall) = (rule, wall);
        var words = RuleWords.Of(rule.Spec);
        var matching = RuleJudge.Of(Bare(rule, [new RuleValidation { Expression = "true", Message = "m" }], null), [], wall);
        _requests =
        [
            .. from seed in (samples.Count > 0 ? samples : Seeds.Everything).Where(seed => matching.Validate(Request(seed), _cluster).Evaluated > 0).Take(MostKinds)
               from variant in LargeObjects.Of(seed, words).Select(large => (large.What, Large: true, large.Json)).Prepend(((string)seed["kind"]!, false, seed))
               select (variant.Item1, variant.Item2, Request(variant.Item3)),
        ];
    }

    /// <summary>Costs by field of the rule; nothing when no object is at hand that the rule is about.</summary>
    public IReadOnlyDictionary<string, ExpressionCost> Costs()
    {
        var spec = _rule.Spec;
        var parts = (spec.Validations ?? []).Select((validation, i) => ($"spec.validations[{i}].expression", Bare(_rule, [validation with { MessageExpression = null }], null)))
            .Concat((spec.Mutations ?? []).Index().Where(mutation => mutation.Item.JsonPatch is not null).Select(mutation => ($"spec.mutations[{mutation.Index}].jsonPatch.expression", Bare(_rule, null, [mutation.Item]))));
        return _requests.Count == 0 ? new Dictionary<string, ExpressionCost>() : parts.ToDictionary(part => part.Item1, part => Cost(part.Item2), StringComparer.Ordinal);
    }

    /// <summary>The rule with these parts alone; parameters that are not at hand, and conditions, are left out.</summary>
    private static AdmissionRule Bare(AdmissionRule rule, IReadOnlyList<RuleValidation>? validations, IReadOnlyList<RuleMutation>? mutations) => rule with
    {
        Spec = rule.Spec with
        {
            Mode = RuleMode.Enforce,
            Validations = validations,
            Mutations = mutations,
            AuditAnnotations = null,
            Match = rule.Spec.Match with { MatchConditions = null, NamespaceSelector = null, ObjectSelector = null },
        },
    };

    private static AdmissionRequest Request(JsonObject json) => StoredObject.Request(StoredObject.Type(json), json);

    private ExpressionCost Cost(AdmissionRule part)
    {
        var judge = RuleJudge.Of(part, [], _wall);
        var tried = _requests.Select(item => (item.What, item.Large, Judged: Judge(judge, item.Request))).ToList();
        var worst = tried.OrderByDescending(item => item.Judged.Over).ThenByDescending(item => item.Judged.Cost).First();
        return new ExpressionCost(tried.Where(item => !item.Large).Max(item => item.Judged.Cost), worst.Judged.Cost, worst.What, worst.Judged.Over);
    }

    private (long Cost, bool Over) Judge(RuleJudge judge, AdmissionRequest request)
    {
        var (mutation, verdict) = (judge.Mutate(request, _cluster), judge.Validate(request, _cluster));
        var said = mutation.Failures.Select(failure => failure.Message).Concat(verdict.Findings.Where(finding => finding.IsError).Select(finding => finding.Message));
        return (mutation.Cost + verdict.Cost, said.Any(IsOverBudget));
    }

    private static bool IsOverBudget(string message) =>
        message.Contains("cost limit exceeded", StringComparison.Ordinal) || message.Contains("out of cost budget", StringComparison.Ordinal);
}
