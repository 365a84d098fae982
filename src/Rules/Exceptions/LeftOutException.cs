using Daytwo.Crds;

namespace Daytwo.Rules.Exceptions;

/// <summary>An exception whose time is not over and that has no effect on a rule all the same.</summary>
/// <param name="Problem">What is wrong and what to do, for whoever wrote the rule or the exception.</param>
public sealed record LeftOutException(RuleException Exception, LeftOutReason Reason, string Problem);
