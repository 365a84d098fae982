using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>Errors of nodes, with their place.</summary>
internal static class NodeErrors
{
    /// <summary>The error with the place of a node, unless it has one of a node further in.</summary>
    public static CelValue At(CelValue value, SourcePosition position)
    {
        if (value.Kind != CelKind.Error || value.AsError.Position is not null)
        {
            return value;
        }

        return new CelValue(new CelError(value.AsError.Message) { Position = position }, 0);
    }

    /// <summary>The value when it is an error, else "no such overload".</summary>
    public static CelValue NoOverload(CelValue value, SourcePosition position) =>
        At(value.Kind == CelKind.Error ? value : CelValue.OfError("no such overload"), position);
}
