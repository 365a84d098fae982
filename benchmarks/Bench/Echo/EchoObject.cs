using Daytwo.Kubernetes.Objects;

namespace Daytwo.Bench.Echo;

/// <summary>The kind of <see cref="Compare.EchoDefinition"/>, read.</summary>
internal sealed record EchoObject : IObject
{
    public static Resource<EchoObject> Resource { get; } =
        new(new ResourceType("bench.twin.dev", "v1", "echoes", "Echo", Namespaced: true), EchoJson.Default.EchoObject);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public EchoValue? Spec { get; init; }

    public EchoStatus? Status { get; init; }
}
