using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Daytwo.Proof.Auditing;

/// <summary>
/// Writes an audit as PolicyReports, one for each namespace, and a ClusterPolicyReport for the rest; pure. Each stays well below the size
/// that etcd takes: what does not fit is left off, and counted in an annotation.
/// </summary>
public static class PolicyReports
{
    /// <summary>How many results are in the summary but not in the report.</summary>
    public const string LeftOffAnnotation = "daytwo.dev/results-left-off";

    public const string Name = "daytwo-audit";

    private const string ApiVersion = "wgpolicyk8s.io/v1alpha2";

    /// <summary>etcd takes 1.5 MiB; managed fields and the rest of the object come on top.</summary>
    private const int MostBytes = 1_000_000;

    private static readonly string[] Severities = ["critical", "high", "medium", "low", "info"];

    /// <param name="report">Of an audit by namespace.</param>
    public static IEnumerable<JsonObject> Of(AuditReport report) => report.Sections.Where(section => section.Summary.Total > 0).Select(section => Report(section, report.StartedAt));

    private static JsonObject Report(AuditSection section, DateTimeOffset at)
    {
        var (results, bytes) = (new JsonArray(), 0);
        foreach (var result in section.Results)
        {
            var json = Result(result, at);
            bytes += Encoding.UTF8.GetByteCount(json.ToJsonString()) + 1;
            if (bytes > MostBytes)
            {
                break;
            }

            results.Add((JsonNode)json);
        }

        var metadata = new JsonObject { ["name"] = Name };
        if (section.Namespace is { } ns)
        {
            metadata["namespace"] = ns;
        }

        metadata["labels"] = new JsonObject { ["app.kubernetes.io/managed-by"] = "daytwo" };
        if (section.LeftOff + section.Results.Count - results.Count is > 0 and var left)
        {
            metadata["annotations"] = new JsonObject { [LeftOffAnnotation] = left.ToString(CultureInfo.InvariantCulture) };
        }

        var counts = section.Summary;
        return new JsonObject
        {
            ["apiVersion"] = ApiVersion,
            ["kind"] = section.Namespace is null ? "ClusterPolicyReport" : "PolicyReport",
            ["metadata"] = metadata,
            ["summary"] = new JsonObject { ["pass"] = counts.Pass, ["fail"] = counts.Fail, ["warn"] = counts.Warn, ["error"] = counts.Error, ["skip"] = counts.Skip },
            ["results"] = results,
        };
    }

    private static JsonObject Result(AuditResult result, DateTimeOffset at)
    {
        var json = new JsonObject
        {
            ["source"] = "daytwo",
            ["policy"] = result.Rule,
            ["result"] = result.Outcome.ToString().ToLowerInvariant(),
            ["message"] = result.Message,
            ["timestamp"] = new JsonObject { ["seconds"] = at.ToUnixTimeSeconds(), ["nanos"] = 0 },
        };
        Put(json, "rule", result.Check);
        Put(json, "category", result.Category);
        Put(json, "severity", Severities.Contains(result.Severity) ? result.Severity : null);
        if (result.Object is { } about)
        {
            var reference = new JsonObject { ["apiVersion"] = about.ApiVersion, ["kind"] = about.Kind, ["name"] = about.Name };
            Put(reference, "namespace", about.Namespace);
            Put(reference, "uid", about.Uid);
            json["resources"] = new JsonArray(reference);
        }

        return json;
    }

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}
