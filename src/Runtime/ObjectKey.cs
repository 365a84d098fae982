using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime;

/// <summary>Names one object of a kind.</summary>
/// <param name="Namespace">Empty for a cluster-scoped object.</param>
public readonly record struct ObjectKey(string Namespace, string Name)
{
    /// <summary>The key of a cluster-scoped object.</summary>
    public ObjectKey(string name) : this("", name)
    {
    }

    /// <summary>The namespace as requests want it: null when there is none.</summary>
    public string? NamespaceOrNull => Namespace.Length == 0 ? null : Namespace;

    public static ObjectKey Of(ObjectMeta meta) => new(meta.Namespace ?? "", meta.Name);

    public static ObjectKey Of(IObject value) => Of(value.Metadata);

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}/{Name}";
}
