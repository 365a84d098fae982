using System.Text.Json;

namespace Daytwo.Bench.Webhooks;

/// <summary>What a load generator saw.</summary>
internal sealed record LoadResult(double P50, double P99, double PerSecond)
{
    /// <summary>Microseconds of wall time per request.</summary>
    public double Microseconds => 1e6 / PerSecond;

    /// <param name="output">A JSON object: of reviews sent to a webhook (<c>failed</c>) or of objects sent to the API (<c>refused</c>).</param>
    /// <exception cref="InvalidOperationException">Requests failed, or were answered otherwise than asked for.</exception>
    public static LoadResult Parse(string output)
    {
        var json = JsonDocument.Parse(output).RootElement;
        var wrong = json.GetProperty(json.TryGetProperty("refused", out _) ? "refused" : "failed");
        return wrong.GetInt64() is 0
            ? new LoadResult(json.GetProperty("p50_ms").GetDouble(), json.GetProperty("p99_ms").GetDouble(), json.GetProperty("per_s").GetDouble())
            : throw new InvalidOperationException($"requests failed: {output}");
    }

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p50 {P50} ms, p99 {P99} ms, {PerSecond:0}/s");
}
