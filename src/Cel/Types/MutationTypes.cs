namespace Daytwo.Cel.Types;

/// <summary>The object types of mutations: <c>JSONPatch</c>, and <c>Object</c> with every name below it (<c>Object.spec.template</c>).</summary>
internal static class MutationTypes
{
    private const string Root = "Object";

    public static CelObjectType JsonPatch { get; } = new("JSONPatch", new Dictionary<string, CelType>
    {
        ["op"] = CelType.String, ["path"] = CelType.String, ["from"] = CelType.String, ["value"] = CelType.Dyn,
    });

    public static bool IsObject(string name) => name == Root || name.StartsWith(Root + ".", StringComparison.Ordinal);

    /// <summary>An object type as a name that expressions may use.</summary>
    public static VariableDeclaration Declaration(string name) => new(name, CelType.TypeOf(CelType.Struct(name)), CelType.Struct(name));
}
