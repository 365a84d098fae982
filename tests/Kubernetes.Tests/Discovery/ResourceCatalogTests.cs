using Daytwo.Kubernetes.Discovery;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Tests.Discovery;

public sealed class ResourceCatalogTests
{
    private readonly ResourceCatalog _catalog = new(
        [
            Resource("", "v1", "events", "Event", "ev"),
            Resource("events.k8s.io", "v1", "events", "Event", "ev"),
            Resource("daytwo.dev", "v1", "etcdbackups", "EtcdBackup", "eb"),
            Resource("daytwo.dev", "v1alpha1", "etcdbackups", "EtcdBackup", "eb"),
            Resource("other.dev", "v1", "eb", "Eb"),
        ],
        []);

    [Theory]
    [InlineData("events", "v1")]
    [InlineData("events.events.k8s.io", "events.k8s.io/v1")]
    [InlineData("ev", "v1")]
    [InlineData("EtcdBackup", "daytwo.dev/v1")]
    [InlineData("etcdbackup", "daytwo.dev/v1")]
    [InlineData("etcdbackups.v1alpha1.daytwo.dev", "daytwo.dev/v1alpha1")]
    [InlineData("eb", "other.dev/v1")]
    [InlineData("eb.daytwo.dev", "daytwo.dev/v1")]
    public void Name_finds_what_a_person_means(string name, string apiVersion) => Assert.Equal(apiVersion, _catalog.FindByName(name)!.Type.ApiVersion);

    [Fact]
    public void Unknown_name_finds_nothing() => Assert.Null(_catalog.FindByName("pods"));

    [Fact]
    public void Category_has_each_resource_once() =>
        Assert.Equal(["v1", "events.k8s.io/v1", "daytwo.dev/v1", "other.dev/v1"], _catalog.InCategory("all").Select(r => r.Type.ApiVersion));

    private static DiscoveredResource Resource(string group, string version, string plural, string kind, params string[] shortNames) =>
        new(new ResourceType(group, version, plural, kind, true)) { Singular = kind.ToLowerInvariant(), ShortNames = shortNames, Categories = ["all"] };
}
