using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials.Exec;
using Daytwo.Kubernetes.Tests.Support;

namespace Daytwo.Kubernetes.Tests.Credentials;

public sealed class ExecPluginTests
{
    private readonly ManualTime _time = new();
    private readonly ScriptedRunner _runner = new();

    private static ExecCommand Command => new() { ApiVersion = "client.authentication.k8s.io/v1", Program = "plugin" };

    [Fact]
    public async Task Credential_is_kept_until_it_expires()
    {
        using var plugin = new ExecPlugin(Command, _runner, _time);
        _runner.Output = Answer("one", _time.GetUtcNow().AddMinutes(5));
        Assert.Equal("one", (await plugin.Get(default)).BearerToken);
        _runner.Output = Answer("two");
        _time.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal("one", (await plugin.Get(default)).BearerToken);
        _time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("two", (await plugin.Get(default)).BearerToken);
        _time.Pass(TimeSpan.FromDays(100));
        Assert.Equal("two", (await plugin.Get(default)).BearerToken);
        Assert.Equal(2, _runner.Runs);
    }

    [Fact]
    public async Task Credential_refused_is_asked_for_anew_once()
    {
        using var plugin = new ExecPlugin(Command, _runner, _time);
        _runner.Output = Answer("one");
        var first = await plugin.Get(default);
        _runner.Output = Answer("two");
        plugin.Reject(first);
        var second = await plugin.Get(default);
        plugin.Reject(first); // a late refusal of the old one
        Assert.Same(second, await plugin.Get(default));
    }

    [Fact]
    public async Task Many_who_ask_at_once_run_the_plugin_once()
    {
        using var plugin = new ExecPlugin(Command, _runner, _time);
        _runner.Output = Answer("one");
        _runner.Gate = new TaskCompletionSource();
        var all = Enumerable.Range(0, 8).Select(_ => plugin.Get(default).AsTask()).ToArray();
        _runner.Gate.SetResult();
        await Task.WhenAll(all);
        Assert.Equal(1, _runner.Runs);
    }

    [Fact]
    public async Task Client_certificate_is_taken_over()
    {
        var (certificate, key) = TestCertificates.Make("CN=plug");
        using var plugin = new ExecPlugin(Command, _runner, _time);
        _runner.Output = new System.Text.Json.Nodes.JsonObject
        {
            ["apiVersion"] = Command.ApiVersion,
            ["kind"] = "ExecCredential",
            ["status"] = new System.Text.Json.Nodes.JsonObject { ["clientCertificateData"] = certificate, ["clientKeyData"] = key },
        }.ToJsonString();
        Assert.Equal("CN=plug", (await plugin.Get(default)).Certificate!.Subject);
    }

    [Fact]
    public async Task Plugin_is_told_version_and_interactivity()
    {
        using var plugin = new ExecPlugin(Command, _runner, _time);
        _runner.Output = Answer("one");
        await plugin.Get(default);
        Assert.Equal("""{"apiVersion":"client.authentication.k8s.io/v1","kind":"ExecCredential","spec":{"interactive":false}}""", _runner.Info);
    }

    [Theory]
    [InlineData("secret-garbage", "printed no JSON")]
    [InlineData("""{"kind":"Pod"}""", "printed no ExecCredential")]
    [InlineData("""{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1beta1"}""", "answered client.authentication.k8s.io/v1beta1")]
    [InlineData("""{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1"}""", "gave no status")]
    [InlineData("""{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{}}""", "gave neither")]
    [InlineData("""{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"clientKeyData":"x"}}""", "gave only one")]
    public async Task Answer_that_cannot_be_used_is_refused_saying_why_but_not_what(string output, string why)
    {
        using var plugin = new ExecPlugin(Command, _runner, _time);
        _runner.Output = output;
        var failure = await Assert.ThrowsAsync<ConfigurationException>(async () => await plugin.Get(default));
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("garbage", failure.ToString(), StringComparison.Ordinal);
    }

    private static string Answer(string token, DateTimeOffset? until = null)
    {
        var expiry = until is null ? "" : $",\"expirationTimestamp\":\"{until:yyyy-MM-ddTHH:mm:ssZ}\"";
        return """{"kind":"ExecCredential","apiVersion":"client.authentication.k8s.io/v1","status":{"token":""" + $"\"{token}\"{expiry}}}}}";
    }

    private sealed class ScriptedRunner : IExecRunner
    {
        public string Output { get; set; } = "";

        public string? Info { get; private set; }

        public int Runs { get; private set; }

        public TaskCompletionSource? Gate { get; set; }

        public async Task<string> Run(ExecCommand command, string info, CancellationToken ct)
        {
            Runs++;
            Info = info;
            await (Gate?.Task ?? Task.CompletedTask);
            return Output;
        }
    }
}
