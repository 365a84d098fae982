using System.Globalization;

namespace Daytwo.Admission.Expressions;

/// <summary>Collects what does not compile.</summary>
internal sealed class CompileProblems
{
    private readonly List<CompileProblem> _found = [];

    public IReadOnlyList<CompileProblem> Found => _found;

    public void Add(string field, CompiledExpression? expression)
    {
        if (expression?.Error is { } error)
        {
            _found.Add(new(field, expression.Text, error, expression.Issues));
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
