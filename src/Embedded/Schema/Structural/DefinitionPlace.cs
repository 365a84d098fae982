namespace Daytwo.Embedded.Schema.Structural;

/// <summary>What the surroundings of a schema node forbid.</summary>
/// <param name="IsRoot">The node is the schema of the resource itself.</param>
/// <param name="InsideMeta">The node describes apiVersion, kind or metadata of an object.</param>
/// <param name="NoDefaults">Why no default may be set; null when one may.</param>
internal sealed record DefinitionPlace(bool IsRoot, bool InsideMeta, string? NoDefaults)
{
    public static readonly DefinitionPlace Root = new(true, false, null);

    private static readonly string[] Meta = ["apiVersion", "kind", "metadata"];

    public DefinitionPlace Below => IsRoot ? this with { IsRoot = false } : this;

    public DefinitionPlace Property(string name, StructuralSchema owner)
    {
        if (!Meta.Contains(name) || !(IsRoot || owner.EmbeddedResource))
        {
            return Below;
        }

        return new(false, true, IsRoot ? $"in top-level {name}" : NoDefaults);
    }

    public DefinitionPlace Additional =>
        InsideMeta ? Below with { NoDefaults = "inside additionalProperties applying to object metadata" } : Below;
}
