using Daytwo.Bench.Compare;

namespace Daytwo.Bench.Webhooks;

/// <summary>kubectl against one API.</summary>
internal sealed class KubectlTool(Setting setting, string kubeconfig, string folder)
{
    public async Task Apply(string yaml, CancellationToken ct)
    {
        var file = Path.Combine(folder, "applied.yaml");
        await File.WriteAllTextAsync(file, yaml, ct);
        await Run(["apply", "--server-side", "-f", file], ct);
    }

    public Task<string> Run(string[] words, CancellationToken ct) => Output.Of(setting.Require("kubectl").Path, ["--kubeconfig", kubeconfig, .. words], "", ct);
}
