using System.Diagnostics;
using System.Globalization;
using System.Text;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>One of the two clusters compared: runs steps against it.</summary>
internal sealed class ParitySide(string kubeconfig, string kubectl, string folder) : IDisposable
{
    private readonly HttpApiTransport transport = new(
        ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = kubeconfig }, Surroundings.OfProcess, TimeProvider.System), TimeProvider.System);

    /// <summary>What a step answers, masked.</summary>
    public async Task<string> Run(ParityStep step, string ns, CancellationToken ct) =>
        AnswerMask.Of(step.IsKubectl ? await Kubectl(step, ns, ct) : await Send(step, ct));

    /// <summary>Whether an answer is of a code (<c>201</c>), with a warning when asked for (<c>201+warning</c>).</summary>
    public static bool Is(string answer, string code)
    {
        var plain = answer.StartsWith('{') ? "200 201" : answer.Split('\n')[0];
        var warned = answer.Contains("\nwarning: ", StringComparison.Ordinal);
        return plain.Contains(code.Split('+')[0], StringComparison.Ordinal) && warned == code.EndsWith("+warning", StringComparison.Ordinal);
    }

    public void Dispose() => transport.Dispose();

    private async Task<string> Send(ParityStep step, CancellationToken ct)
    {
        var words = step.Command.Split(' ');
        var request = new ApiRequest(new HttpMethod(words[0]), words[1])
        {
            Accept = step.Accept,
            Body = Encoding.UTF8.GetBytes(step.Body.TrimEnd('\n')),
            ContentType = step.Body.Length == 0 ? null : step.ContentType ?? "application/json",
            Streaming = words[1].Contains("watch=", StringComparison.Ordinal),
        };
        await using var response = await transport.Send(request, ct);
        using var reader = new StreamReader(response.Body);
        var body = await reader.ReadToEndAsync(ct);
        var warnings = string.Concat(response.Warnings.Select(w => $"\nwarning: {w}"));
        return body.StartsWith('{') && warnings.Length == 0 && response.StatusCode is 200 or 201 ? body
            : string.Create(CultureInfo.InvariantCulture, $"{response.StatusCode}{warnings}\n{AnswerMask.Of(body)}");
    }

    private async Task<string> Kubectl(ParityStep step, string ns, CancellationToken ct)
    {
        var start = new ProcessStartInfo(kubectl) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in (string[])["--kubeconfig", kubeconfig, "--cache-dir", Path.Combine(folder, "cache"), "-n", ns, .. ShellWords.Split(step.Command)])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("kubectl does not start");
        await process.StandardInput.WriteAsync(step.Body);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(ct);
        var output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return $"exit {process.ExitCode}\n{AnswerMask.Of(output)}\n{await error}";
    }
}
