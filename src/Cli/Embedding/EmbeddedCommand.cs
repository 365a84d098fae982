using System.CommandLine;
using System.Net;
using Daytwo.Cli.CommandLine;
using Daytwo.Embedded;
using Daytwo.Embedded.Http;
using Daytwo.Runtime.Hosting;

namespace Daytwo.Cli.Embedding;

/// <summary><c>daytwo embedded</c>: the in-memory Kubernetes API alone.</summary>
internal static class EmbeddedCommand
{
    public static Command Create(Surroundings around)
    {
        var listen = new Option<string>("--listen") { Description = "Where to serve; port 0 takes a free one", HelpName = "IP:PORT", DefaultValueFactory = _ => "127.0.0.1:0" };
        var kubeconfig = new Option<string>("--kubeconfig") { Description = "Write an administrator's kubeconfig to this file, once the API answers", HelpName = "FILE", Required = true };
        var audit = new Option<string?>("--audit-log") { Description = "Append an audit event for each write to this file, as apiservers do at level Metadata", HelpName = "FILE" };
        return new Command("embedded", "Serve an in-memory Kubernetes API for trying things out; everything is forgotten at the end") { listen, kubeconfig, audit }
            .WithExamples(
                "daytwo embedded --listen 127.0.0.1:6443 --kubeconfig /tmp/embedded.kubeconfig",
                "KUBECONFIG=/tmp/embedded.kubeconfig kubectl get namespaces",
                "daytwo embedded --kubeconfig /tmp/embedded.kubeconfig --audit-log /tmp/audit.log")
            .Runs(around, async (parsed, ct) =>
            {
                var text = parsed.GetValue(listen)!;
                if (!IPEndPoint.TryParse(text, out var address) || !text.Contains(':', StringComparison.Ordinal))
                {
                    throw new CliException($"--listen: '{text}' is no address; write it as 127.0.0.1:6443", ExitCode.Usage);
                }

                var file = parsed.GetValue(kubeconfig)!;
                using var signals = new StopSignals();
                await using var log = parsed.GetValue(audit) is { } path ? OpenLog(path) : null;
                using var api = new EmbeddedApi(new EmbeddedApiOptions { Clock = around.Time, AuditLog = log });
                await using var server = await EmbeddedServer.Start(api, new EmbeddedServerOptions { Listen = address, KubeconfigFile = file, Clock = around.Time }, ct);
                await around.Error.WriteLineAsync($"serving on {server.Address}; administrator's kubeconfig in {file}; Ctrl-C ends it");
                await Task.Delay(Timeout.InfiniteTimeSpan, around.Time, signals.Token).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                return ExitCode.Success;
            });
    }

    /// <summary>What was asked of an API is for the eyes of its owner.</summary>
    private static StreamWriter OpenLog(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new StreamWriter(file, options);
    }
}
