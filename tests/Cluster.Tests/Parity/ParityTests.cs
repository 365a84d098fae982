using Daytwo.Cluster.Tests.Support;
using Daytwo.Embedded;
using Daytwo.Embedded.Http;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>Replays the scripts of <c>testdata</c> against the embedded API and a real kube-apiserver: both must answer alike.</summary>
public sealed class ParityTests(ControlPlane plane)
{
    public static TheoryData<string> Scripts() =>
        [.. Directory.GetFiles(ParityScript.Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task Embedded_replaying_a_script_answers_as_the_real_one(string name)
    {
        var ct = TestContext.Current.CancellationToken;
        var kubectl = Programs.Require("kubectl").Path;
        var real = await plane.Api(ct);
        using var api = new EmbeddedApi(new EmbeddedApiOptions { ServiceAccounts = false });
        var folder = Directory.CreateDirectory(Path.Combine(plane.Folder, "parity-" + name)).FullName;
        var kubeconfig = Path.Combine(folder, "embedded.kubeconfig");
        await using var server = await EmbeddedServer.Start(api, new EmbeddedServerOptions { KubeconfigFile = kubeconfig }, ct);
        using var wanted = new ParitySide(real.Kubeconfig, kubectl, Directory.CreateDirectory(Path.Combine(folder, "real")).FullName);
        using var got = new ParitySide(kubeconfig, kubectl, Directory.CreateDirectory(Path.Combine(folder, "embedded")).FullName);

        var differences = await ParityReplay.Differences(ParityScript.Read(name), wanted, got, ct);

        Assert.True(differences.Length == 0, differences);
    }
}
