namespace Daytwo.Operator.RuleException;

/// <summary>Everything a decision about an exception rests on.</summary>
/// <param name="MissingRules">Rules it names that do not exist.</param>
internal sealed record RuleExceptionSeen(RuleExceptionObject Exception, IReadOnlyList<string> MissingRules);
