using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Machines;

namespace Daytwo.Webhooks.Configurations;

/// <summary>Brings one configuration to what it must say, when it is this replica's turn.</summary>
internal sealed class ConfigurationWriter(KubernetesClient client, AdmissionPhase phase)
{
    private Tick? _differsSince;

    /// <summary>Writes what is wanted, unless it is there or another replica's turn. A configuration that changed meanwhile is left as it is: the change will be seen.</summary>
    /// <param name="live">As last seen.</param>
    /// <param name="patience">How long others go first.</param>
    /// <returns>When to come again, null for no time; whether it was written, or tried to; and why it was not.</returns>
    public async ValueTask<(TimeSpan? Again, bool Tried, ApiError? Error)> Bring(DynamicObject live, JsonArray wanted, TimeSpan patience, Tick now, CancellationToken ct)
    {
        if (ConfigurationRules.Shows(live.Json, wanted))
        {
            _differsSince = null;
            return default;
        }

        _differsSince ??= now;
        var left = patience - (now - _differsSince.Value);
        if (left > TimeSpan.Zero)
        {
            return (left, false, null);
        }

        var body = (JsonObject)live.Json.DeepClone();
        body["webhooks"] = wanted.DeepClone();
        (body["metadata"] as JsonObject)?.Remove("managedFields");
        var written = await client.Replace(ConfigurationKinds.Of(phase), null, live.Metadata.Name, body, KubernetesJson.Default.JsonObject, ct).ConfigureAwait(false);
        return (null, true, written.Error);
    }
}
