namespace Daytwo.Cel.Syntax;

/// <summary>A loop, which every macro over lists and maps becomes: while the condition holds, each step makes the next accumulator.</summary>
internal sealed class LoopExpression(int id, int offset) : Expression(id, offset)
{
    public required Expression Range { get; init; }

    public required string Variable { get; init; }

    public string? SecondVariable { get; init; }

    public required string Accumulator { get; init; }

    public required Expression Initial { get; init; }

    public required Expression Condition { get; init; }

    public required Expression Step { get; init; }

    public required Expression Result { get; init; }
}
