using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Values;

/// <summary>Why an expression has no value.</summary>
public sealed class CelError : ValueHandle
{
    internal CelError(string message)
        : base(CelKind.Error) => Message = message;

    /// <summary>The reason, in the words of the apiserver.</summary>
    public string Message { get; }

    /// <summary>Where in the expression it arose; null when no node of it did (a variable that failed).</summary>
    public SourcePosition? Position { get; internal set; }

    /// <summary>Line, column (both from 1) and reason.</summary>
    public override string ToString() => Position is { } p ? $"{p.Line}:{p.Column + 1}: {Message}" : Message;
}
