using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

/// <summary>A tree with the type and reference of each node, by id.</summary>
internal sealed class CheckedExpression(
    Expression tree, CelType?[] types, Reference?[] references, IReadOnlyDictionary<LoopExpression, IReadOnlyList<VariableDeclaration>> loops)
{
    public Expression Tree { get; } = tree;

    public CelType Type => TypeOf(Tree);

    public CelType TypeOf(Expression node) => types[node.Id] ?? CelType.Dyn;

    /// <summary>The names a loop declares: accumulator, variable, second variable.</summary>
    public IReadOnlyList<VariableDeclaration> NamesOf(LoopExpression node) => loops[node];

    public Reference? ReferenceOf(Expression node) => references[node.Id];
}
