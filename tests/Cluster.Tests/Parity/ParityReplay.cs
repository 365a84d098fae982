using System.Text;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>Runs a script on both sides and tells where their answers differ.</summary>
internal static class ParityReplay
{
    public static async Task<string> Differences(ParityScript script, ParitySide wanted, ParitySide got, CancellationToken ct)
    {
        var differences = new StringBuilder();
        var home = new ParityStep(0, false, "POST /api/v1/namespaces", "{\"metadata\":{\"name\":\"" + script.Namespace + "\"}}");
        await wanted.Run(home, "", ct);
        await got.Run(home, "", ct);
        foreach (var step in script.Steps)
        {
            var real = await Settled(step, script, wanted, ct);
            var embedded = await got.Run(step, script.Namespace, ct);
            if (real != embedded)
            {
                differences.AppendLine().AppendLine($"line {step.Line}: {step.Command}").AppendLine(LineDifference.Between(real, embedded));
            }
        }

        return differences.ToString();
    }

    /// <summary>What the real one answers once it heeds what was stored before.</summary>
    private static Task<string> Settled(ParityStep step, ParityScript script, ParitySide wanted, CancellationToken ct) => Eventually.Get(
        () => wanted.Run(step, script.Namespace, ct),
        answer => step.Until is not { } until || ParitySide.Is(answer, until),
        answer => $"line {step.Line}: {step.Command}\n{answer}");
}
