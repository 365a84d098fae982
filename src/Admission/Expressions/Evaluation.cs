using Daytwo.Cel.Values;

namespace Daytwo.Admission.Expressions;

/// <summary>How an expression ended.</summary>
/// <param name="Value">Of no use when there is an error.</param>
/// <param name="Error">Why there is no value, as the apiserver prints it.</param>
/// <param name="IsOverBudget">The budget of all expressions together is spent; no further one is to be run.</param>
internal readonly record struct Evaluation(CelValue Value, string? Error = null, bool IsOverBudget = false)
{
    public const string OverBudgetText = "validation failed due to running out of cost budget, no further validation rules will be run";

    public static Evaluation Fail(string error) => new(CelValue.Null, error);

    public static Evaluation OverBudget => new(CelValue.Null, OverBudgetText, true);
}
