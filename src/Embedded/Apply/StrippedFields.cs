namespace Daytwo.Embedded.Apply;

/// <summary>What every object has and nobody is said to own.</summary>
internal static class StrippedFields
{
    private static readonly FieldSet Fields = FieldSet.Of(
        "apiVersion",
        "kind",
        "metadata",
        "metadata.name",
        "metadata.namespace",
        "metadata.creationTimestamp",
        "metadata.selfLink",
        "metadata.uid",
        "metadata.clusterName",
        "metadata.generation",
        "metadata.managedFields",
        "metadata.resourceVersion");

    public static void Strip(ManagedFields managers, ManagerKey manager)
    {
        if (managers.Sets.TryGetValue(manager, out var set))
        {
            managers.Put(manager, set with { Fields = set.Fields.Difference(Fields) });
        }
    }
}
