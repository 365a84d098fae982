using Daytwo.Rules.Exceptions;

namespace Daytwo.Operator.RuleException;

/// <summary>Which of the rules that an exception names make no use of it, and why.</summary>
/// <param name="Reason">Of a condition; null when every rule makes use of it.</param>
/// <param name="ChangesAt">When another exception ends and leaves room; null when nothing depends on that.</param>
internal sealed record RuleUse(string? Reason, string Message, DateTimeOffset? ChangesAt)
{
    private const int LongestProblem = 300;

    public static RuleUse Of(RuleExceptionSeen seen, DateTimeOffset wall)
    {
        var names = seen.Exception.Spec.Rules;
        var missing = names.Except(seen.Rules.Select(rule => rule.Metadata.Name)).ToList();
        var leaving = seen.Rules.Select(rule => Leaving.Of(rule, seen, wall)).OfType<Leaving>().OrderBy(leaving => leaving.Reason).ToList();
        if (missing is [] && leaving is [])
        {
            return new RuleUse(null, "", null);
        }

        string[] told =
        [
            .. missing is [] ? Array.Empty<string>() : [$"There is no AdmissionRule {string.Join(", ", missing)}: correct spec.rules, or create the rule"],
            .. leaving.GroupBy(leaving => leaving.Message, leaving => leaving.Rule).Select(alike => Told([.. alike], alike.Key)),
            .. missing.Count + leaving.Count < names.Count ? ["it holds for the others it names"] : Array.Empty<string>(),
        ];
        return new RuleUse(missing is [] ? leaving[0].Reason.ToString() : "RuleNotFound", string.Join("; ", told), leaving.Min(leaving => leaving.ChangesAt));
    }

    private static string Told(string[] rules, string message) => rules is [var only] ? $"AdmissionRule {only} leaves it out: {message}" : $"AdmissionRules {string.Join(", ", rules)} leave it out: {message}";

    private sealed record Leaving(string Rule, LeftOutReason Reason, string Message, DateTimeOffset? ChangesAt)
    {
        public static Leaving? Of(AdmissionRuleObject rule, RuleExceptionSeen seen, DateTimeOffset wall)
        {
            var set = ExceptionSet.UsedBy(rule, seen.Exceptions, wall);
            return set.LeftOut.FirstOrDefault(left => left.Exception.Metadata.Name == seen.Exception.Metadata.Name) switch
            {
                null => null,
                { Reason: LeftOutReason.NoRoom } left => new Leaving(rule.Metadata.Name, left.Reason, left.Problem, set.NextExpiry),
                var left => new Leaving(rule.Metadata.Name, left.Reason, $"correct spec.match.condition: {FirstLine(left.Problem)}", null),
            };
        }

        /// <summary>What follows in a compiler's message shows the place; the rule's findings have all of it.</summary>
        private static string FirstLine(string problem)
        {
            var line = problem.Split('\n')[0];
            return line.Length <= LongestProblem ? line : line[..LongestProblem] + "…";
        }
    }
}
