using System.Globalization;

namespace Daytwo.Admission.Expressions;

/// <summary>Collects the expressions of a policy, and what does not compile of them.</summary>
internal sealed class ToldExpressions
{
    private readonly List<PolicyExpression> _all = [];
    private readonly List<CompileProblem> _problems = [];

    public IReadOnlyList<PolicyExpression> All => _all;

    public IReadOnlyList<CompileProblem> Problems => _problems;

    public void Add(string field, CompiledExpression? expression)
    {
        if (expression is null)
        {
            return;
        }

        _all.Add(new(field, expression.Text, expression.Type is { } type ? TypeNames.Of(type) : null));
        if (expression.Error is { } error)
        {
            _problems.Add(new(field, expression.Text, error, expression.Issues));
        }
    }

    /// <param name="field">With <c>{0}</c> where the index stands: <c>spec.variables[{0}].expression</c>.</param>
    public void AddAll(string field, IReadOnlyList<CompiledExpression?> expressions)
    {
        for (var i = 0; i < expressions.Count; i++)
        {
            Add(string.Format(CultureInfo.InvariantCulture, field, i), expressions[i]);
        }
    }
}
