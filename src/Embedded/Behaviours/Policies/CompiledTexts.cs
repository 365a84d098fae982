using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>The expressions of a validating policy that do not compile, by their fields.</summary>
internal sealed class CompiledTexts
{
    private readonly Dictionary<string, CompileProblem> problems;

    private CompiledTexts(IEnumerable<CompileProblem> problems) => this.problems = problems.ToDictionary(p => p.Field, StringComparer.Ordinal);

    /// <param name="policy">May have words that no policy has, where there are few to choose from: those are left out.</param>
    public static CompiledTexts Of(JsonObject policy)
    {
        var known = policy.Clone();
        Keep(known.Child("spec"), "failurePolicy", PolicyWords.FailurePolicies);
        Keep(known.Child("spec").Child("matchConstraints"), "matchPolicy", PolicyWords.MatchPolicies);
        var read = ((JsonNode)known).Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!;
        var spec = read.Spec with
        {
            // These the API trims before it compiles them.
            MatchConditions = [.. read.Spec.MatchConditions.Select(c => c with { Expression = c.Expression.Trim() })],
            AuditAnnotations = [.. read.Spec.AuditAnnotations.Select(a => a with { ValueExpression = a.ValueExpression.Trim() })],
        };
        return new(ValidatingPolicy.Compile(read with { Spec = spec }).Problems);
    }

    /// <summary>The problem of an expression, if it has one.</summary>
    /// <param name="quoted">The expression as the API quotes it.</param>
    public IEnumerable<FieldError> At(FieldPath field, string quoted) =>
        problems.TryGetValue(field.ToString(), out var problem) ? [FieldError.Invalid(field, quoted, problem.Text)] : [];

    private static void Keep(JsonObject? parent, string field, IReadOnlyList<string> words)
    {
        if (parent is not null && !words.Contains(parent.Text(field)))
        {
            parent.Remove(field);
        }
    }
}
