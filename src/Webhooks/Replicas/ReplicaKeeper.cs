using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Certificates;
using Daytwo.Webhooks.Configurations;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Replicas;

/// <summary>
/// Keeps a replica reachable: its certificates, its own Lease that tells of them and of its rules, and the webhook configurations that
/// all replicas write alike, whoever comes first.
/// </summary>
internal sealed class ReplicaKeeper
{
    private readonly KubernetesClient _client;
    private readonly WebhooksOptions _options;
    private readonly RuntimeServices _services;
    private readonly ReplicaView _view;
    private readonly ServingCertificates _certificates;
    private readonly ILoadedRules _rules;
    private readonly ReplicaLease _lease;
    private readonly Dictionary<AdmissionPhase, ConfigurationWriter> _writers;
    private readonly Signal _signal = new();
    private readonly ILogger _logger;
    private readonly CounterFamily _writes;
    private ReplicaReport? _published;

    public ReplicaKeeper(KubernetesClient client, WebhooksOptions options, RuntimeServices services, ReplicaView view, ServingCertificates certificates, ILoadedRules rules)
    {
        (_client, _options, _services, _view, _certificates, _rules) = (client, options, services, view, certificates, rules);
        _lease = new ReplicaLease(client, options.Namespace, options.Identity);
        _writers = Enum.GetValues<AdmissionPhase>().ToDictionary(phase => phase, phase => new ConfigurationWriter(client, phase));
        _logger = services.Loggers.CreateLogger("Daytwo.Webhooks");
        _writes = services.Metrics.Counter("daytwo_webhook_configuration_writes_total", "Writes of the webhook configurations by this replica.", "configuration", "result");
        services.Metrics.Gauge("daytwo_webhook_certificate_expiration_timestamp_seconds", "When the certificate being served ends, since the Unix epoch in seconds.").With()
            .ReadFrom(() => certificates.NotAfter?.ToUnixTimeSeconds() ?? 0);
        view.Subscribe(_signal.Set);
        rules.Subscribe(_signal.Set);
    }

    /// <summary>Why apiservers would not call this replica now, or not trust it; null when they do.</summary>
    public string? Distrust()
    {
        if (!_view.Synced)
        {
            return "the webhook configurations were not read yet";
        }

        if (_view.Configurations is not { } configurations)
        {
            return $"the webhook configurations named {EntryRendering.ConfigurationName} do not exist: apply config/webhooks";
        }

        return _certificates.ServingAuthority is not { } authority ? "no certificate is trusted yet"
            : !TrustedAuthorities.Of(configurations).Contains(authority) ? "the bundle of an entry lacks our authority"
            : _rules.Plan is { } plan && _writers.Keys.Any(phase => ConfigurationRules.IsUnwritten(phase, plan, _view.Configuration(phase)?.Json)) ? "the entries of rules are not written yet"
            : null;
    }

    /// <summary>Works until cancelled. What the API refuses is tried again, for ever.</summary>
    public async Task Run(CancellationToken ct)
    {
        await _view.WaitForSync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!ct.IsCancellationRequested)
        {
            var again = await Step(ct).ConfigureAwait(false);
            await _signal.Wait(again, _services.Time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Takes the replica's own Lease back, so that the others forget it at once.</summary>
    public async Task Leave(CancellationToken ct)
    {
        try
        {
            if (await _lease.Delete(ct).ConfigureAwait(false) is { Kind: not ApiErrorKind.NotFound } refusal)
            {
                _logger.LeaseNotDeleted(refusal.ToString());
            }
        }
        catch (Exception e) when (e is IOException or ApiProtocolException or OperationCanceledException)
        {
            _logger.LeaseNotDeleted(e.Message);
        }
    }

    /// <summary>One look at everything.</summary>
    /// <returns>When to look again even if nothing is seen to change.</returns>
    internal async ValueTask<TimeSpan> Step(CancellationToken ct)
    {
        try
        {
            return await Work(ct).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ApiProtocolException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            _logger.Unreachable(e.Message);
            return _options.Replica.Retry;
        }
        catch (OperationCanceledException)
        {
            return TimeSpan.Zero;
        }
    }

    private async ValueTask<TimeSpan> Work(CancellationToken ct)
    {
        var wall = _services.Time.GetUtcNow();
        var configurations = _view.Configurations;
        var trusted = configurations is null ? null : TrustedAuthorities.Of(configurations);
        var due = _certificates.Advance(trusted) - wall;
        var own = new ReplicaReport(_options.Identity, string.Concat(_certificates.PublishedPems.Select(pem => pem.Trim() + "\n")), _rules.Digests, wall, _options.Replica.Duration) { Traffic = _rules.Traffic };
        var again = due;
        // The first entries come when somebody can answer: those that fail closed would refuse everything until then.
        if (_rules.Plan is { } plan && trusted is not null && (!trusted.AreAny || _certificates.ServingAuthority is not null))
        {
            again = Shorter(again, await Configure(plan, own, ct).ConfigureAwait(false));
        }

        // After the configurations, so that whoever reads that a rule is loaded finds it called.
        own = Distrust() is null ? own : own with { Rules = own.Rules.ToDictionary(rule => rule.Key, rule => NotCalled(rule.Value)) };
        again = Shorter(again, await Publish(own, ct).ConfigureAwait(false));
        await ForgetDead(wall, ct).ConfigureAwait(false);
        return again;
    }

    /// <summary>Writes the own Lease when it says something new, or is to be renewed.</summary>
    private async ValueTask<TimeSpan> Publish(ReplicaReport own, CancellationToken ct)
    {
        if (_published is { } published && IsSame(published, own) && own.RenewedAt - published.RenewedAt is var age && age < _options.Replica.Renew && age >= TimeSpan.Zero)
        {
            return _options.Replica.Renew - age;
        }

        if (await _lease.Write(own, ct).ConfigureAwait(false) is { } refusal)
        {
            _logger.LeaseNotWritten(refusal.ToString());
            return _options.Replica.Retry;
        }

        _published = own;
        return _options.Replica.Renew;
    }

    private async ValueTask<TimeSpan> Configure(EntryPlan plan, ReplicaReport own, CancellationToken ct)
    {
        var again = _options.Replica.Renew;
        var reports = _view.Reports;
        var patience = ConfigurationRules.Patience(reports, own.Replica, own.RenewedAt);
        foreach (var (phase, writer) in _writers)
        {
            if (_view.Configuration(phase) is not { } live)
            {
                continue;
            }

            var wanted = ConfigurationRules.Wanted(phase, plan, _options.Target, reports, own, own.RenewedAt);
            var (later, tried, error) = await writer.Bring(live, wanted, patience, _services.Clock.Now, ct).ConfigureAwait(false);
            if (tried)
            {
                _writes.With(phase.ToString(), error?.Reason ?? "Success").Increment();
            }

            if (error is not null and not { Kind: ApiErrorKind.Conflict })
            {
                _logger.ConfigurationNotWritten(phase.ToString(), error.ToString());
                later = _options.Replica.Retry;
            }

            again = Shorter(again, later ?? again);
        }

        return again;
    }

    private async ValueTask ForgetDead(DateTimeOffset wall, CancellationToken ct)
    {
        foreach (var lease in _view.Leases.Where(lease => lease.Spec.RenewTime + _options.Replica.Forget < wall && lease.Metadata.Name.StartsWith(ReplicaReport.LeasePrefix, StringComparison.Ordinal)))
        {
            var gone = await _client.Delete(Lease.Resource.Type, _options.Namespace, lease.Metadata.Name, new Precondition(lease.Metadata.Uid, lease.Metadata.ResourceVersion), ct).ConfigureAwait(false);
            if (gone.Error is { Kind: not (ApiErrorKind.NotFound or ApiErrorKind.Conflict) } refusal)
            {
                _logger.LeaseNotDeleted(refusal.ToString());
            }
        }
    }

    private static bool IsSame(ReplicaReport one, ReplicaReport other) =>
        one.Authorities == other.Authorities && one.Rules.Count == other.Rules.Count && one.Rules.All(rule => other.Rules.TryGetValue(rule.Key, out var digest) && digest == rule.Value);

    private static string NotCalled(string loaded) => loaded.StartsWith(ReplicaReport.NotLoaded, StringComparison.Ordinal) ? loaded : ReplicaReport.NotCalled;

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
