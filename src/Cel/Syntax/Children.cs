namespace Daytwo.Cel.Syntax;

/// <summary>The nodes directly under a node.</summary>
internal static class Children
{
    public static IEnumerable<Expression> Of(Expression node) => node switch
    {
        SelectExpression n => [n.Operand],
        CallExpression n => n.Target is null ? n.Arguments : [n.Target, .. n.Arguments],
        ListExpression n => n.Elements,
        MapExpression n => n.Entries.SelectMany(e => new[] { e.Key!, e.Value }),
        ObjectExpression n => n.Fields.Select(f => f.Value),
        LoopExpression n => [n.Range, n.Initial, n.Condition, n.Step, n.Result],
        _ => [],
    };
}
