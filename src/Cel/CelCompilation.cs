using Daytwo.Cel.Checking;
using Daytwo.Cel.Costs;
using Daytwo.Cel.Costs.Estimating;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Cel;

/// <summary>What became of an expression: a program, or the reasons why there is none.</summary>
public sealed class CelCompilation
{
    /// <summary>Null when the expression does not compile.</summary>
    public CelProgram? Program { get; internal init; }

    /// <summary>The type of the result as the checker knows it; null when the expression does not compile.</summary>
    public CelType? Type { get; internal init; }

    /// <summary>What is wrong, in the order of position.</summary>
    public IReadOnlyList<CelIssue> Issues { get; internal init; } = [];

    /// <summary>The issues as the apiserver prints them, each with its line and a caret; null when the expression compiles.</summary>
    public string? Error { get; internal init; }

    internal CheckedExpression? Checked { get; init; }

    /// <summary>What a run may cost at most, as the apiserver estimates it; 0 when the expression does not compile, the largest number when there is no bound.</summary>
    public ulong EstimateCost(ISizeLimits limits) => Checked is null ? 0 : CostEstimator.Estimate(Checked, limits);

    internal static CelCompilation Failed(IssueList issues) => new() { Issues = issues.Sorted, Error = $"compilation failed: {issues}" };
}
