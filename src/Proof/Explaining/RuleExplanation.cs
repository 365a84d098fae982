using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Daytwo.Crds;
using Daytwo.Crds.Admission.Status;
using Daytwo.Proof.Judging;
using Daytwo.Rules;

namespace Daytwo.Proof.Explaining;

/// <summary>What a rule is about, what comes of it, and why something does not.</summary>
/// <param name="Matches">A line for each resource rule, such as <c>CREATE, UPDATE of pods (core/v1)</c>.</param>
/// <param name="Findings">Why it cannot be rendered, and what may surprise.</param>
/// <param name="Problems">Expressions that do not compile, as the apiserver tells it.</param>
/// <param name="Exceptions">Those in force, with owner and end.</param>
/// <param name="Expired">Names of those whose time is over.</param>
/// <param name="Rendered">The policies and bindings that both outlets stand on.</param>
public sealed record RuleExplanation(
    string Rule, string Mode, string Outlet, IReadOnlyList<string> Matches, IReadOnlyList<RuleFinding> Findings, IReadOnlyList<string> Problems,
    IReadOnlyList<string> Exceptions, IReadOnlyList<string> Expired, IReadOnlyList<JsonObject> Rendered)
{
    /// <summary>What the expressions of a policy together may cost, for one request and parameter.</summary>
    public const long Budget = 10_000_000;

    /// <summary>Every expression with its type, and what it costs where that was asked for.</summary>
    public IReadOnlyList<ExplainedExpression> Expressions { get; init; } = [];

    /// <summary>Whether it can be served as it is.</summary>
    public bool Servable => Problems.Count == 0 && Findings.All(finding => finding.Level != FindingLevel.Error);

    /// <summary>Pure.</summary>
    /// <param name="wall">Decides which exceptions hold.</param>
    /// <param name="costOn">Small objects to find costs with, none for common kinds; null when costs were not asked for.</param>
    public static RuleExplanation Of(AdmissionRule rule, IReadOnlyList<RuleException> exceptions, DateTimeOffset wall, IReadOnlyList<JsonObject>? costOn = null)
    {
        var rendered = RuleRenderer.Render(rule, exceptions, wall);
        var judge = rendered.IsRenderable ? RuleJudge.Of(rule, exceptions, wall) : null;
        var problems = (judge?.Problems ?? []).Select(problem => $"{problem.Field}: {problem.Text}");
        var costs = costOn is not null && judge is { Problems.Count: 0 } ? new CostTrial(rule, costOn, wall).Costs() : null;
        return new RuleExplanation(
            rule.Metadata.Name, rule.Spec.Mode.ToString(), rule.Spec.Outlet.ToString(),
            [.. rule.Spec.Match.ResourceRules.Select(match =>
                $"{string.Join(", ", match.Operations.Select(operation => operation.ToString().ToUpperInvariant()))} of {string.Join(", ", match.Resources)} ({string.Join(", ", match.ApiGroups.Select(group => group.Length == 0 ? "core" : group))}/{string.Join(", ", match.ApiVersions)})")],
            rendered.Findings, [.. problems],
            [.. rendered.Exceptions.Active.Select(exception => $"{exception.Metadata.Name}, owner {exception.Spec.Owner}, until {exception.Spec.ExpiresAt:u}: {exception.Spec.Reason}")],
            [.. rendered.Exceptions.Expired.Select(exception => exception.Metadata.Name)],
            [.. rendered.Objects.Select(item => item.Json)])
        {
            Expressions =
            [
                .. from expression in judge?.Expressions ?? []
                   let field = RuleFields.Of(rule, rendered, expression.Field)
                   // What rendering adds to every rule is not the user's.
                   where !field.StartsWith("spec.matchConditions", StringComparison.Ordinal)
                   select new ExplainedExpression(field, expression.Type, costs?.GetValueOrDefault(field)),
            ],
        };
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<RuleExplanation>))]
public sealed partial class ExplanationJson : JsonSerializerContext;
