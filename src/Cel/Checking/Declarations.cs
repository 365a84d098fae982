using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

/// <summary>What expressions of an environment may name.</summary>
internal sealed class Declarations
{
    public required IReadOnlyDictionary<string, VariableDeclaration> Variables { get; init; }

    public required IReadOnlyDictionary<string, CelFunction> Functions { get; init; }

    /// <summary>Fields of object types by the types' names.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, CelType>> Structs { get; init; }

    /// <summary>Whether <c>Object</c> and every name below it is an object type with whatever fields.</summary>
    public bool AnyObject { get; init; }

    /// <summary>Whether a name beginning with a dot skips loops' variables.</summary>
    public bool LeadingDotSkipsLoops { get; init; }
}
