using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

/// <summary>What a node refers to: a variable or type, or a function with the overloads that fit.</summary>
internal sealed class Reference
{
    /// <summary>For names.</summary>
    public VariableDeclaration? Variable { get; init; }

    /// <summary>For calls.</summary>
    public CelFunction? Function { get; init; }

    /// <summary>For calls: those that fit, in order.</summary>
    public List<CelOverload> Overloads { get; init; } = [];

    /// <summary>For calls: the target is a part of the function's name (<c>sets.contains</c>).</summary>
    public bool IsNamespaced { get; init; }
}
