using Daytwo.Cluster.Tests.Support;
using Daytwo.Embedded;
using Daytwo.Embedded.Http;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>The embedded API calls webhooks, and answers what comes of it, as the real one.</summary>
public sealed class WebhookParityTests(ControlPlane plane)
{
    [Fact]
    public async Task Embedded_calling_webhooks_answers_as_the_real_one()
    {
        var ct = TestContext.Current.CancellationToken;
        var kubectl = Programs.Require("kubectl").Path;
        var real = await plane.Api(ct);
        await using var webhook = new ScriptedWebhook();
        using var api = new EmbeddedApi(new EmbeddedApiOptions { ServiceAccounts = false });
        var folder = Directory.CreateDirectory(Path.Combine(plane.Folder, "parity-webhooks")).FullName;
        var kubeconfig = Path.Combine(folder, "embedded.kubeconfig");
        await using var server = await EmbeddedServer.Start(api, new EmbeddedServerOptions { KubeconfigFile = kubeconfig }, ct);
        using var wanted = new ParitySide(real.Kubeconfig, kubectl, Directory.CreateDirectory(Path.Combine(folder, "real")).FullName);
        using var got = new ParitySide(kubeconfig, kubectl, Directory.CreateDirectory(Path.Combine(folder, "embedded")).FullName);
        var script = ParityScript.Read("webhooks", Path.Combine("Parity", "testdata", "called"), ("{webhook}", webhook.Url), ("{ca}", webhook.CaBundle));

        var differences = await ParityReplay.Differences(script, wanted, got, ct);

        Assert.True(differences.Length == 0, differences);
    }
}
