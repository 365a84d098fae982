using Daytwo.Cel.Types;

namespace Daytwo.Cel.Checking;

/// <summary>Names visible at a place: a loop's, then those around it.</summary>
internal sealed class Scope(Scope? parent)
{
    private readonly Dictionary<string, VariableDeclaration> _names = [];

    public Scope? Parent { get; } = parent;

    public VariableDeclaration Add(string name, CelType type) => _names[name] = new VariableDeclaration(name, type);

    public VariableDeclaration? Find(string name) => _names.TryGetValue(name, out var found) ? found : Parent?.Find(name);
}
