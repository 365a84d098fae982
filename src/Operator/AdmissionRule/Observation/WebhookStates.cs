using System.Security.Cryptography;
using System.Text;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.AdmissionRule.Observation;

/// <summary>What a canary of the webhooks is asked for: the rules they serve, and the replicas that serve them.</summary>
internal static class WebhookStates
{
    public static ObjectState Of(AdmissionRuleObject rule) => new(rule.Metadata.Uid, rule.Metadata.Generation);

    /// <summary>The live replicas; one with another certificate is another.</summary>
    public static IEnumerable<ObjectState> Of(IEnumerable<ReplicaReport> reports, DateTimeOffset wall) => reports
        .Where(report => report.IsLive(wall))
        .Select(report => new ObjectState($"{report.Replica} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.Authorities)))}", 0));
}
