using System.Text.Json.Nodes;
using Daytwo.Rules.Comparing;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Webhooks.Configurations;

/// <summary>What the webhook configurations must say, and whose turn it is to write it; pure.</summary>
internal static class ConfigurationRules
{
    /// <summary>For how long the authority of a replica that fell silent stays trusted: it may serve still, only cut off from the API.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>How long each replica leaves writing to the one before it.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(3);

    /// <param name="own">What this replica publishes, seen in the API or not yet.</param>
    public static JsonArray Wanted(AdmissionPhase phase, EntryPlan plan, WebhookTarget target, IEnumerable<ReplicaReport> reports, ReplicaReport own, DateTimeOffset wall) =>
        EntryRendering.Render(phase, plan, target, reports
            .Where(report => report.Replica != own.Replica && report.RenewedAt + report.Duration + Silence > wall)
            .Append(own)
            .SelectMany(report => Certificates(report.Authorities)));

    public static bool Shows(JsonObject configuration, JsonArray wanted) => Shown.Same(configuration["webhooks"] ?? new JsonArray(), wanted);

    /// <summary>Whether there are rules of the phase, and a configuration that has no entries: nobody is called.</summary>
    public static bool IsUnwritten(AdmissionPhase phase, EntryPlan plan, JsonObject? configuration) =>
        configuration?["webhooks"] is not JsonArray { Count: > 0 } && plan.Entries.Keys.Any(entry => entry.Phase == phase);

    /// <summary>How long to wait before writing what is missing: the first of the live replicas writes at once, each further one a turn later.</summary>
    public static TimeSpan Patience(IEnumerable<ReplicaReport> reports, string own, DateTimeOffset wall) =>
        Turn * reports.Count(report => report.IsLive(wall) && string.CompareOrdinal(report.Replica, own) < 0);

    private static IEnumerable<string> Certificates(string pems)
    {
        const string end = "-----END CERTIFICATE-----";
        return pems.Split(end, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(pem => pem.Length > 0).Select(pem => $"{pem}\n{end}");
    }
}
