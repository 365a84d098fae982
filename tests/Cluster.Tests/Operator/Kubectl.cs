using System.Diagnostics;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Operator;

/// <summary>Runs kubectl, as users do.</summary>
internal sealed class Kubectl(string kubeconfig)
{
    private readonly string program = Programs.Require("kubectl").Path;

    public Task<string> Apply(string yaml, CancellationToken ct) => Run(["apply", "-f", "-"], yaml, ct);

    public Task<string> Get(string what, string jsonPath, CancellationToken ct) =>
        Run(["get", .. what.Split(' '), "--ignore-not-found", "-o", $"jsonpath={jsonPath}"], null, ct);

    /// <summary>Waits as <c>kubectl wait --for</c> does.</summary>
    public Task<string> Wait(string what, string condition, CancellationToken ct, string timeout = "60s") =>
        Run(["wait", .. what.Split(' '), $"--for={condition}", $"--timeout={timeout}"], null, ct);

    public async Task<string> Run(string[] arguments, string? input, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, ["--kubeconfig", kubeconfig, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var errors = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"kubectl {string.Join(' ', arguments)}: {await errors}");
    }
}
