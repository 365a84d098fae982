namespace Daytwo.Operator.RuleException;

/// <summary>Everything a decision about an exception rests on.</summary>
/// <param name="Rules">The rules it names that exist.</param>
/// <param name="Exceptions">All RuleExceptions, this one too: they share the room that a rule has.</param>
internal sealed record RuleExceptionSeen(RuleExceptionObject Exception, IReadOnlyList<AdmissionRuleObject> Rules, IReadOnlyList<RuleExceptionObject> Exceptions);
