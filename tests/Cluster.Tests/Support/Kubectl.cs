using System.Diagnostics;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Support;

/// <summary>The real kubectl, as a user runs it.</summary>
internal sealed class Kubectl(ApiServer api)
{
    private readonly string program = Programs.Require("kubectl").Path;

    /// <summary>Runs it and returns what it wrote; a failure of it fails the test.</summary>
    public async Task<string> Succeeds(params string[] arguments)
    {
        var (code, output, error) = await Run(arguments);
        Assert.True(code == 0, $"kubectl {string.Join(' ', arguments)} ended with {code}: {error}");
        return output;
    }

    /// <summary>Runs it and returns what it wrote to standard error; success of it fails the test.</summary>
    public async Task<string> Fails(params string[] arguments)
    {
        var (code, output, error) = await Run(arguments);
        Assert.True(code != 0, $"kubectl {string.Join(' ', arguments)} succeeded: {output}");
        return error;
    }

    public async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(program, ["--kubeconfig", api.Kubeconfig, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
