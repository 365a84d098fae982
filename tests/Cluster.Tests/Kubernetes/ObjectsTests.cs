using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;

namespace Daytwo.Cluster.Tests.Kubernetes;

/// <summary>Reading and writing objects of a real apiserver.</summary>
public sealed class ObjectsTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Object_is_created_read_replaced_patched_and_deleted()
    {
        using var api = await ConnectedApi.Open(plane, "objects-life", Ct);
        var made = await api.Make("a", "1", Ct);
        Assert.Equal(made.Metadata.Uid, (await api.Client.Get(ConfigMap.Resource, api.Namespace, "a", Ct)).Required().Metadata.Uid);

        var replaced = await api.Client.Replace(
            ConfigMap.Resource, api.Namespace, "a", ConnectedApi.Map("a", "2", version: made.Metadata.ResourceVersion), KubernetesJson.Default.ConfigMapWrite, Ct);
        Assert.Equal("2", replaced.Required().Data!["value"]);
        Assert.True(ResourceVersion.HasReached(replaced.Required().Metadata.ResourceVersion, made.Metadata.ResourceVersion));

        var patched = await api.Client.JsonPatch(
            ConfigMap.Resource, api.Namespace, "a",
            [JsonPatchOperation.Test("/metadata/uid", made.Metadata.Uid), JsonPatchOperation.Replace("/data/value", "3")], null, Ct);
        Assert.Equal("3", patched.Required().Data!["value"]);

        var deleted = await api.Client.Delete(ConfigMap.Resource.Type, api.Namespace, "a", new Precondition(made.Metadata.Uid), Ct);
        Assert.Equal(DeleteOutcome.Deleted, deleted.Required());
        Assert.Equal(ApiErrorKind.NotFound, (await api.Client.Get(ConfigMap.Resource, api.Namespace, "a", Ct)).Error!.Kind);
    }

    [Fact]
    public async Task Writes_that_no_longer_fit_are_told_apart()
    {
        using var api = await ConnectedApi.Open(plane, "objects-conflicts", Ct);
        var made = await api.Make("a", "1", Ct);

        var again = await api.Client.Create(ConfigMap.Resource, api.Namespace, ConnectedApi.Map("a", "1"), KubernetesJson.Default.ConfigMapWrite, Ct);
        Assert.Equal(ApiErrorKind.AlreadyExists, again.Error!.Kind);

        (await api.Client.JsonPatch(ConfigMap.Resource, api.Namespace, "a", [JsonPatchOperation.Replace("/data/value", "2")], null, Ct)).Required();
        var stale = await api.Client.Replace(
            ConfigMap.Resource, api.Namespace, "a", ConnectedApi.Map("a", "3", version: made.Metadata.ResourceVersion), KubernetesJson.Default.ConfigMapWrite, Ct);
        Assert.Equal((ApiErrorKind.Conflict, "Conflict"), (stale.Error!.Kind, stale.Error.Reason));

        var failedTest = await api.Client.JsonPatch(ConfigMap.Resource, api.Namespace, "a", [JsonPatchOperation.Test("/data/value", "9")], null, Ct);
        Assert.Equal(ApiErrorKind.Invalid, failedTest.Error!.Kind);

        var otherVersion = await api.Client.Delete(
            ConfigMap.Resource.Type, api.Namespace, "a", new Precondition(made.Metadata.Uid, made.Metadata.ResourceVersion), Ct);
        Assert.Equal(ApiErrorKind.Conflict, otherVersion.Error!.Kind);
        var otherObject = await api.Client.Delete(ConfigMap.Resource.Type, api.Namespace, "a", new Precondition("00000000-0000-0000-0000-000000000000"), Ct);
        Assert.Equal(ApiErrorKind.Conflict, otherObject.Error!.Kind);
    }

    [Fact]
    public async Task Apply_owns_its_fields_and_conflicts_name_the_field_and_the_other_owner()
    {
        using var api = await ConnectedApi.Open(plane, "objects-apply", Ct);
        var first = await Apply(api, "a", "1", new ApplyRequest("first"));
        Assert.Equal("1", first.Required().Data!["value"]);

        var second = await Apply(api, "a", "2", new ApplyRequest("second"));
        Assert.Equal(ApiErrorKind.Conflict, second.Error!.Kind);
        Assert.Contains(second.Error.Causes, c => c.Field == ".data.value" && c.Message.Contains("first", StringComparison.Ordinal));

        var forced = await Apply(api, "a", "2", new ApplyRequest("second", Force: true));
        Assert.Equal("2", forced.Required().Data!["value"]);
        var dry = await Apply(api, "a", "3", new ApplyRequest("second") { DryRun = true });
        Assert.Equal("3", dry.Required().Data!["value"]);
        Assert.Equal("2", (await api.Client.Get(ConfigMap.Resource, api.Namespace, "a", Ct)).Required().Data!["value"]);
    }

    [Fact]
    public async Task Apply_with_a_uid_never_creates()
    {
        using var api = await ConnectedApi.Open(plane, "objects-uid", Ct);
        var made = await api.Make("a", "1", Ct);
        (await api.Client.Delete(ConfigMap.Resource.Type, api.Namespace, "a", null, Ct)).Required();
        var late = await api.Client.Apply(
            ConfigMap.Resource, api.Namespace, "a", ConnectedApi.Map("a", "2", uid: made.Metadata.Uid), KubernetesJson.Default.ConfigMapWrite, new ApplyRequest("x"), Ct);
        Assert.Equal(ApiErrorKind.Conflict, late.Error!.Kind);
        Assert.Equal(ApiErrorKind.NotFound, (await api.Client.Get(ConfigMap.Resource, api.Namespace, "a", Ct)).Error!.Kind);
    }

    [Fact]
    public async Task List_in_pages_gives_every_object_once_and_one_version()
    {
        using var api = await ConnectedApi.Open(plane, "objects-pages", Ct);
        for (var i = 0; i < 7; i++)
        {
            await api.Make($"m{i}", "1", Ct);
        }

        var names = new List<string>();
        var versions = new HashSet<string>();
        string? next = null;
        do
        {
            var page = (await api.Client.List(ConfigMap.Resource, new ListRequest { Namespace = api.Namespace, Limit = 3, Continue = next }, Ct)).Required();
            names.AddRange(page.Items.Select(m => m.Metadata.Name));
            versions.Add(page.ResourceVersion);
            next = page.Continue;
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"m{i}"), names);
        Assert.Single(versions);
        var selected = (await api.Client.List(ConfigMap.Resource, new ListRequest { Namespace = api.Namespace, LabelSelector = "app in (m1,m4)" }, Ct)).Required();
        Assert.Equal(["m1", "m4"], selected.Items.Select(m => m.Metadata.Name));
    }

    [Fact]
    public async Task Invalid_object_names_the_field()
    {
        using var api = await ConnectedApi.Open(plane, "objects-invalid", Ct);
        var result = await api.Client.Create(
            ConfigMap.Resource, api.Namespace, ConnectedApi.Map("Not_A_Name", "1"), KubernetesJson.Default.ConfigMapWrite, Ct);
        Assert.Equal((ApiErrorKind.Invalid, 422), (result.Error!.Kind, result.Error.Code));
        Assert.Contains(result.Error.Causes, c => c.Field == "metadata.name");
    }

    [Fact]
    public async Task Warning_of_the_API_reaches_the_caller_and_a_finalizer_keeps_the_object()
    {
        using var api = await ConnectedApi.Open(plane, "objects-warning", Ct);
        var body = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "ConfigMap",
            ["metadata"] = new JsonObject { ["name"] = "a", ["finalizers"] = new JsonArray("daytwo.test/hold") },
            ["dta"] = "a \"slip\"",
        };
        var result = await api.Client.Create(ConfigMap.Resource, api.Namespace, body, KubernetesJson.Default.JsonObject, Ct);
        Assert.Equal(["unknown field \"dta\""], result.Warnings);

        var deleted = await api.Client.Delete(ConfigMap.Resource.Type, api.Namespace, "a", null, Ct);
        Assert.Equal(DeleteOutcome.Terminating, deleted.Required());
        (await api.Client.JsonPatch(ConfigMap.Resource, api.Namespace, "a", [JsonPatchOperation.Remove("/metadata/finalizers")], null, Ct)).Required();
    }

    [Fact]
    public async Task Lease_event_and_secret_survive_the_round_trip()
    {
        using var api = await ConnectedApi.Open(plane, "objects-kinds", Ct);
        var time = new DateTimeOffset(2026, 2, 3, 4, 5, 6, 789, TimeSpan.Zero).AddMicroseconds(12);
        var lease = await api.Client.Create(
            Lease.Resource, api.Namespace,
            new LeaseWrite(new ObjectMetaWrite { Name = "l" }, new LeaseSpec { HolderIdentity = "me", LeaseDurationSeconds = 15, AcquireTime = time, RenewTime = time, LeaseTransitions = 2 }),
            KubernetesJson.Default.LeaseWrite, Ct);
        Assert.Equal(("me", 15, time, 2), (lease.Required().Spec.HolderIdentity, lease.Required().Spec.LeaseDurationSeconds, lease.Required().Spec.RenewTime, lease.Required().Spec.LeaseTransitions));

        var secret = await api.Client.Create(
            Secret.Resource, api.Namespace,
            new SecretWrite(new ObjectMetaWrite { Name = "s" }, new Dictionary<string, byte[]> { ["key"] = [0, 1, 255] }), KubernetesJson.Default.SecretWrite, Ct);
        Assert.Equal([0, 1, 255], secret.Required().Data!["key"]);
        Assert.Equal("Secret objects-kinds/s", secret.Required().ToString());

        var written = await api.Client.Create(
            Event.Resource, api.Namespace,
            new EventWrite
            {
                Metadata = new ObjectMetaWrite { Name = "e" },
                EventTime = time,
                ReportingController = "daytwo.dev/test",
                ReportingInstance = "t-0",
                Action = "Testing",
                Reason = "Tested",
                Type = "Normal",
                Note = "it works",
                Regarding = ObjectReference.To(Secret.Resource.Type, secret.Required().Metadata),
                Series = new EventSeries { Count = 2, LastObservedTime = time },
            },
            KubernetesJson.Default.EventWrite, Ct);
        Assert.Equal((time, "s", 2), (written.Required().EventTime, written.Required().Regarding!.Name, written.Required().Series!.Count));
    }

    private static ValueTask<ApiResult<ConfigMap>> Apply(ConnectedApi api, string name, string value, ApplyRequest request) =>
        api.Client.Apply(ConfigMap.Resource, api.Namespace, name, ConnectedApi.Map(name, value), KubernetesJson.Default.ConfigMapWrite, request, Ct);
}
