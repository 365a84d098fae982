using System.Text.Json;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Tests.Json;

public sealed class ObjectMetaTests
{
    private const string Text = """
        {"managedFields":[{"a":{"name":"no"}}],"name":"n","generateName":"g-","namespace":"ns","uid":"u","resourceVersion":"7","generation":3,
        "creationTimestamp":"2026-01-02T03:04:05Z","deletionTimestamp":null,"deletionGracePeriodSeconds":0,"finalizers":["f"],
        "labels":{"a":"b","c":""},"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"{}","x":"y"},
        "ownerReferences":[{"apiVersion":"v1","kind":"K","name":"o","uid":"ou","controller":true}]}
        """;

    [Fact]
    public void Metadata_is_read_without_what_nobody_uses()
    {
        var meta = Read(Text);
        Assert.Equal(("n", "ns", "u", "7", 3), (meta.Name, meta.Namespace, meta.Uid, meta.ResourceVersion, meta.Generation));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), meta.CreationTimestamp);
        Assert.Null(meta.DeletionTimestamp);
        Assert.Equal(["f"], meta.Finalizers);
        Assert.Equal([KeyValuePair.Create("a", "b"), KeyValuePair.Create("c", "")], meta.Labels);
        Assert.Equal([KeyValuePair.Create("x", "y")], meta.Annotations);
        Assert.Equal(("K", "ou", true), (meta.OwnerReferences![0].Kind, meta.OwnerReferences[0].Uid, meta.OwnerReferences[0].Controller));
    }

    [Fact]
    public void Metadata_written_reads_as_the_same()
    {
        var meta = Read(Text);
        var again = Read(JsonSerializer.Serialize(meta, KubernetesJson.Default.ObjectMeta));
        Assert.Equal(meta with { Labels = null, Annotations = null, Finalizers = null, OwnerReferences = null },
            again with { Labels = null, Annotations = null, Finalizers = null, OwnerReferences = null });
        Assert.Equal(meta.Labels, again.Labels);
        Assert.Equal(meta.OwnerReferences, again.OwnerReferences);
    }

    [Fact]
    public void Empty_metadata_has_empty_texts()
    {
        var meta = Read("{}");
        Assert.Equal(("", "", ""), (meta.Name, meta.Uid, meta.ResourceVersion));
    }

    [Fact]
    public void Long_annotations_of_a_pod_are_left_out_and_short_ones_kept()
    {
        var text = $$"""{"metadata":{"name":"p","annotations":{"long":"{{new string('x', 129)}}","short":"{{new string('y', 128)}}"},"labels":{"l":"{{new string('z', 200)}}"} } }""";
        var pod = JsonSerializer.Deserialize(text, KubernetesJson.Default.Pod)!;
        Assert.Equal(["short"], pod.Metadata.Annotations!.Keys);
        Assert.Equal(200, pod.Metadata.Labels!["l"].Length);
    }

    private static ObjectMeta Read(string text) => JsonSerializer.Deserialize(text, KubernetesJson.Default.ObjectMeta)!;
}
