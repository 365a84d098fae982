using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials.Exec;

namespace Daytwo.Kubernetes.Tests.Credentials;

/// <summary>Real child processes; the shell is the plugin.</summary>
public sealed class ExecRunnerTests
{
    private readonly ExecRunner _runner = new(TimeProvider.System);

    [Fact]
    public async Task Plugin_gets_its_arguments_variables_and_info()
    {
        var command = Shell("printf '%s,%s,%s' \"$1\" \"$MINE\" \"$KUBERNETES_EXEC_INFO\"", "x y") with { Variables = [KeyValuePair.Create("MINE", "v")] };
        Assert.Equal("x y,v,{}", await _runner.Run(command, "{}", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Plugin_that_reads_its_input_finds_it_closed() =>
        Assert.Equal("done", await _runner.Run(Shell("cat; printf done"), "{}", TestContext.Current.CancellationToken));

    [Fact]
    public async Task Plugin_that_fails_is_told_with_its_own_words()
    {
        var failure = await Assert.ThrowsAsync<ConfigurationException>(() => _runner.Run(Shell("echo log in first >&2; exit 3"), "{}", TestContext.Current.CancellationToken));
        Assert.Equal("the exec plugin /bin/sh ended with exit code 3 and said: log in first", failure.Message);
    }

    [Fact]
    public async Task Plugin_that_is_missing_is_told_with_its_hint()
    {
        var command = new ExecCommand { ApiVersion = "v1", Program = "no-such-plugin", InstallHint = "brew install it" };
        var failure = await Assert.ThrowsAsync<ConfigurationException>(() => _runner.Run(command, "{}", TestContext.Current.CancellationToken));
        Assert.Contains("no-such-plugin cannot be started", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("brew install it", failure.Message, StringComparison.Ordinal);
    }

    private static ExecCommand Shell(string script, params string[] arguments) =>
        new() { ApiVersion = "client.authentication.k8s.io/v1", Program = "/bin/sh", Arguments = ["-c", script, "sh", .. arguments] };
}
