using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Tests.Support;

/// <summary>A kind to test with.</summary>
public sealed record Thing : IObject
{
    internal static Resource<Thing> Resource { get; } = new(new ResourceType("test.dev", "v1", "things", "Thing", Namespaced: true), ThingJson.Default.Thing);

    public ObjectMeta Metadata { get; init; } = new();

    public string? Value { get; init; }

    internal static Thing Of(string name, string version = "1", string uid = "u1", string? value = null, long generation = 1) => new()
    {
        Metadata = new ObjectMeta { Namespace = "ns", Name = name, Uid = uid, ResourceVersion = version, Generation = generation },
        Value = value,
    };
}
