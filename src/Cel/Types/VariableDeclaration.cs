using Daytwo.Cel.Values;

namespace Daytwo.Cel.Types;

/// <summary>A name an expression can use: an input, a loop's variable, or a type.</summary>
internal sealed class VariableDeclaration(string name, CelType type, CelType? names = null)
{
    public string Name { get; } = name;

    public CelType Type { get; } = type;

    /// <summary>A name that the checker knows as a type, and nothing else does: an expression that uses it becomes no program.</summary>
    public bool IsUndefinedType { get; init; }

    /// <summary>The type that the name stands for; null for variables.</summary>
    public CelValue? TypeValue { get; } = names is null ? null : CelValue.OfType(names);
}
