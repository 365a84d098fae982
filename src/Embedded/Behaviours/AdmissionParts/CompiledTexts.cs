using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours.AdmissionParts;

/// <summary>The expressions of a policy or webhook that do not compile, by their fields.</summary>
internal sealed class CompiledTexts
{
    private readonly Dictionary<string, string> problems;

    private CompiledTexts(IEnumerable<CompileProblem> problems, string prefix = "spec") =>
        this.problems = problems.ToDictionary(p => prefix + p.Field["spec".Length..], p => p.Text, StringComparer.Ordinal);

    /// <param name="policy">May have words that no policy has, where there are few to choose from.</param>
    public static CompiledTexts OfValidating(JsonObject policy)
    {
        var read = ((JsonNode)Known(policy)).Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!;
        var annotations = read.Spec.AuditAnnotations.Select(a => a with { ValueExpression = a.ValueExpression.Trim() });
        return new(ValidatingPolicy.Compile(read with { Spec = read.Spec with { MatchConditions = Trimmed(read.Spec.MatchConditions), AuditAnnotations = [.. annotations] } }).Problems);
    }

    /// <inheritdoc cref="OfValidating"/>
    public static CompiledTexts OfMutating(JsonObject policy)
    {
        var read = ((JsonNode)Known(policy)).Deserialize(PolicyJson.Default.MutatingAdmissionPolicy)!;
        return new(MutatingPolicy.Compile(read with { Spec = read.Spec with { MatchConditions = Trimmed(read.Spec.MatchConditions) } }).Problems);
    }

    /// <param name="at">The webhook.</param>
    public static CompiledTexts OfWebhook(JsonObject webhook, FieldPath at)
    {
        var conditions = webhook.Items("matchConditions").Select(c => new MatchCondition { Expression = c.Text("expression") }).ToList();
        return new(ValidatingPolicy.Compile(new() { Spec = new() { MatchConditions = Trimmed(conditions) } }).Problems, at.ToString());
    }

    /// <summary>The problem of an expression, if it has one.</summary>
    /// <param name="quoted">The expression as the API quotes it.</param>
    public IEnumerable<FieldError> At(FieldPath field, string quoted) =>
        problems.TryGetValue(field.ToString(), out var problem) ? [FieldError.Invalid(field, quoted, problem)] : [];

    /// <summary>As <see cref="At"/>, of an expression that must be there.</summary>
    public IEnumerable<FieldError> Written(FieldPath field, string expression) =>
        string.IsNullOrWhiteSpace(expression) ? [FieldError.Required(field, "expression is not specified")] : At(field, expression);

    /// <summary>These the API trims before it compiles them.</summary>
    private static IReadOnlyList<MatchCondition> Trimmed(IEnumerable<MatchCondition> conditions) => [.. conditions.Select(c => c with { Expression = c.Expression.Trim() })];

    private static JsonObject Known(JsonObject policy)
    {
        var known = policy.Clone();
        var spec = known.Child("spec");
        Keep(spec, "failurePolicy", AdmissionWords.FailurePolicies);
        Keep(spec, "reinvocationPolicy", AdmissionWords.ReinvocationPolicies);
        Keep(spec.Child("matchConstraints"), "matchPolicy", AdmissionWords.MatchPolicies);
        foreach (var mutation in spec.Items("mutations"))
        {
            Keep(mutation, "patchType", AdmissionWords.PatchTypes);
        }

        return known;
    }

    private static void Keep(JsonObject? parent, string field, IReadOnlyList<string> words)
    {
        if (parent is not null && !words.Contains(parent.Text(field)))
        {
            parent.Remove(field);
        }
    }
}
