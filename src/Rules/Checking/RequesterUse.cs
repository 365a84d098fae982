using Daytwo.Crds;
using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Checking;

/// <summary>Tells whether who sends a request matters: such rules cannot be judged where nobody sends one. Pure.</summary>
public static class RequesterUse
{
    /// <summary>The first expression of a rule that asks, and for what, such as <c>spec.validations[0].expression asks for request.userInfo</c>; null when none does.</summary>
    public static string? Of(AdmissionRule rule) =>
        RuleExpressions.Of(rule.Spec).Select(item => Asked(item.Expression) is { } asked ? $"{item.Field} asks for {asked}" : null).FirstOrDefault(found => found is not null);

    /// <summary>The same of an exception's condition.</summary>
    public static string? Of(RuleException exception) =>
        exception.Spec.Match.Condition is { } condition && Asked(condition) is { } asked ? $"spec.match.condition asks for {asked}" : null;

    private static string? Asked(string expression) =>
        CelText.Mentions(expression, OutletChecks.Authorizer) ? OutletChecks.Authorizer
        : CelText.Mentions(expression, "request") && (CelText.Selects(expression, "userInfo") || CelText.Strings(expression).Contains("userInfo")) ? "request.userInfo"
        : null;
}
