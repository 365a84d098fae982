namespace Daytwo.Proof.Explaining;

/// <summary>What an expression costs, in the units of the apiserver's budgets, the variables it reads included.</summary>
/// <param name="Small">The most on a small object of a common kind.</param>
/// <param name="Large">The most on objects as large as the API takes: the worst that was found, no bound.</param>
/// <param name="LargeObject">On which.</param>
/// <param name="OverBudget">Whether a budget was spent there: the rule's failure policy then decides about the request.</param>
public sealed record ExpressionCost(long Small, long Large, string LargeObject, bool OverBudget);
