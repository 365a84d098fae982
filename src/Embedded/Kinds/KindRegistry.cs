namespace Daytwo.Embedded.Kinds;

/// <summary>The kinds now served: the built-in ones and those of established definitions.</summary>
internal sealed class KindRegistry
{
    private readonly Dictionary<string, IReadOnlyList<KindDefinition>> custom = new(StringComparer.Ordinal);
    private IReadOnlyList<KindDefinition> all = BuiltInKinds.Table.Kinds;

    /// <summary>All kinds, in the order discovery lists them.</summary>
    public IReadOnlyList<KindDefinition> All => all;

    /// <summary>Counts changes of <see cref="All"/>, so that documents made of it can be kept until it changes.</summary>
    public int Revision { get; private set; }

    public KindDefinition? Find(string group, string version, string plural) =>
        all.FirstOrDefault(k => k.Plural == plural && k.Version == version && k.Group == group);

    public KindDefinition? FindKind(string apiVersion, string kind) => all.FirstOrDefault(k => k.Kind == kind && k.ApiVersion == apiVersion);

    public bool HasGroup(string group) => all.Any(k => k.Group == group);

    /// <summary>Serves exactly these kinds for a definition; none to stop serving it.</summary>
    public void SetCustom(string definition, IReadOnlyList<KindDefinition> kinds)
    {
        custom.Remove(definition);
        if (kinds.Count > 0)
        {
            custom.Add(definition, kinds);
        }

        var sorted = custom.Values.SelectMany(k => k).OrderBy(k => k.Group, StringComparer.Ordinal)
            .ThenBy(k => k.Version, VersionPriority.Descending).ThenBy(k => k.Plural, StringComparer.Ordinal);
        all = [.. BuiltInKinds.Table.Kinds, .. sorted];
        Revision++;
    }
}
