using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Transport;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Certificates;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>Certificates that rotate and replicas that come and go, under a rule that must not be missed.</summary>
public sealed class WebhookRotationTests
{
    private static readonly CertificateTimes Quick = new()
    {
        Lifetime = TimeSpan.FromMinutes(2), RenewAfter = TimeSpan.FromSeconds(4), Settle = TimeSpan.FromSeconds(1), Overlap = TimeSpan.FromSeconds(2),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_request_fails_while_certificates_rotate_and_replicas_roll_out()
    {
        await using var scene = await WebhookScene.Start(Ct);
        var target = WebhookTarget.OfUrl(scene.Balancer.Url);
        var a = new RunningWebhooks(scene.Api.Kubeconfig, "a", target, Quick);
        scene.Balancer.Use(a.Listen);
        await a.Ready(Ct);
        await scene.Apply(WebhookRules.FixedTags(failurePolicy: "Fail"));
        await scene.PodUntil(answer => answer.Code != 0, "nginx:latest");
        using var end = new CancellationTokenSource();
        var load = Load(scene, end.Token);

        var first = await Bundle(scene);
        await Eventually.True(async () => !(await Bundle(scene)).Contains(first.Trim()[..400], StringComparison.Ordinal), "the first authority is replaced and removed");

        await using var b = new RunningWebhooks(scene.Api.Kubeconfig, "b", target, Quick);
        await b.Ready(Ct);
        scene.Balancer.Use(a.Listen, b.Listen);
        await Eventually.True(async () => (await Reports(scene)).Count == 2, "both replicas report");
        var reports = await Reports(scene);
        Assert.Single(reports.Select(report => report.Rules["fixed-tags"]).Distinct());
        Assert.True(WebhookAgreement.Of("fixed-tags", reports[0].Rules["fixed-tags"], reports, TimeProvider.System.GetUtcNow()).IsReached);

        scene.Balancer.Use(b.Listen);
        await a.DisposeAsync();
        await Eventually.True(async () => (await Reports(scene)).Count == 1, "the replica that ended has left");
        await end.CancelAsync();
        var (good, refused) = await load;
        Assert.InRange(good, 20, int.MaxValue);
        Assert.InRange(refused, 20, int.MaxValue);
    }

    /// <summary>Good and bad pods in turn: each must be answered as the rule says.</summary>
    private static async Task<(int Good, int Refused)> Load(WebhookScene scene, CancellationToken end)
    {
        using var transport = Transport(scene);
        var (good, refused) = (0, 0);
        while (!end.IsCancellationRequested)
        {
            Assert.Equal(201, await CreatePod(transport, "nginx:1.2.3"));
            good++;
            Assert.Equal(403, await CreatePod(transport, "nginx:latest"));
            refused++;
        }

        return (good, refused);
    }

    private static async Task<int> CreatePod(HttpApiTransport transport, string image)
    {
        var pod = $$"""{"apiVersion":"v1","kind":"Pod","metadata":{"name":"web","namespace":"default"},"spec":{"containers":[{"name":"c","image":"{{image}}"}] } }""";
        var request = new ApiRequest(HttpMethod.Post, "/api/v1/namespaces/default/pods?dryRun=All") { Body = System.Text.Encoding.UTF8.GetBytes(pod), ContentType = "application/json" };
        await using var response = await transport.Send(request, Ct);
        using var reader = new StreamReader(response.Body);
        var text = await reader.ReadToEndAsync(Ct);
        Assert.True(response.StatusCode == 201 || text.Contains("images need a fixed tag", StringComparison.Ordinal), text);
        return response.StatusCode;
    }

    private static async Task<string> Bundle(WebhookScene scene) => WebhookScene.Bundle(Assert.Single(await scene.Entries("validatingwebhookconfiguration"))).Pem;

    private static async Task<IReadOnlyList<ReplicaReport>> Reports(WebhookScene scene)
    {
        using var transport = Transport(scene);
        var page = (await new KubernetesClient(transport).List(Lease.Resource, new ListRequest { Namespace = "daytwo-system", LabelSelector = ReplicaReport.LabelSelector }, Ct)).Required();
        return [.. page.Items.Select(ReplicaReport.Of).OfType<ReplicaReport>()];
    }

    private static HttpApiTransport Transport(WebhookScene scene) =>
        new(ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = scene.Api.Kubeconfig }, Surroundings.OfProcess, TimeProvider.System), TimeProvider.System);
}
