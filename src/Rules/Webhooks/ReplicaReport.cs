using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Crds;
using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;

namespace Daytwo.Rules.Webhooks;

/// <summary>What one webhook replica says of itself in its own Lease: that it lives, which authorities signed its certificates, and which rules it has loaded.</summary>
/// <param name="Replica">Its name, unique to the process.</param>
/// <param name="Authorities">Certificates that apiservers must trust, PEM, one after another.</param>
/// <param name="Rules">Every rule it was told of: the digest of what it loaded (<see cref="RuleDigest"/>), or <see cref="NotLoaded"/> and why.</param>
/// <param name="RenewedAt">When it last said so.</param>
/// <param name="Duration">For how long that holds.</param>
public sealed record ReplicaReport(string Replica, string Authorities, IReadOnlyDictionary<string, string> Rules, DateTimeOffset RenewedAt, TimeSpan Duration)
{
    /// <summary>Leases of replicas have this name before their own.</summary>
    public const string LeasePrefix = "daytwo-webhooks-";

    public const string AuthoritiesAnnotation = "daytwo.dev/webhook-authorities";

    public const string RulesAnnotation = "daytwo.dev/webhook-rules";

    public const string TrafficAnnotation = "daytwo.dev/webhook-traffic";

    /// <summary>Annotations of an object share 256 KiB.</summary>
    private const int LongestTraffic = 64 * 1024;

    /// <summary>What comes before the reason where a rule could not be loaded.</summary>
    public const string NotLoaded = "!";

    private const string JudgesAsBefore = " (this replica judges by the rule as it was before)";

    private const string DoesNotJudge = " (this replica does not judge it: requests pass)";

    /// <summary>Said of a rule that will be loaded once its parameters are known.</summary>
    public const string Waiting = NotLoaded + "its parameters were not read yet";

    /// <summary>Said of a rule that is loaded but that apiservers do not ask this replica about yet.</summary>
    public const string NotCalled = NotLoaded + "the webhook configurations do not call it yet";

    /// <summary>Selects the Leases of replicas.</summary>
    public const string LabelSelector = "app.kubernetes.io/part-of=daytwo,app.kubernetes.io/component=webhooks";

    /// <summary>The labels that <see cref="LabelSelector"/> selects.</summary>
    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        ["app.kubernetes.io/name"] = "daytwo",
        ["app.kubernetes.io/part-of"] = "daytwo",
        ["app.kubernetes.io/component"] = "webhooks",
    };

    /// <summary>What it has counted of rules, each since it began to; rules that nothing was asked about are left out.</summary>
    public IReadOnlyDictionary<string, RuleTraffic> Traffic { get; init; } = new Dictionary<string, RuleTraffic>();

    /// <summary>What is said of a rule that cannot be loaded as it is.</summary>
    /// <param name="asBefore">Whether an earlier state of it stays in force.</param>
    public static string NotLoadedFor(string problem, bool asBefore) => NotLoaded + problem + (asBefore ? JudgesAsBefore : DoesNotJudge);

    /// <summary>Whether what is said of a rule means that the replica judges by it, or by an earlier state of it.</summary>
    public static bool Judges(string said) => !said.StartsWith(NotLoaded, StringComparison.Ordinal) || said.EndsWith(JudgesAsBefore, StringComparison.Ordinal);

    /// <summary>Whether the replica counts at that time.</summary>
    public bool IsLive(DateTimeOffset wall) => RenewedAt + Duration > wall;

    /// <summary>What is said in Leases, those that are no replica's passed over.</summary>
    public static IReadOnlyList<ReplicaReport> All(IEnumerable<Lease> leases) => [.. leases.Select(Of).OfType<ReplicaReport>()];

    /// <summary>The report in a Lease; null when it is none.</summary>
    public static ReplicaReport? Of(Lease lease)
    {
        if (lease.Spec is not { HolderIdentity: { Length: > 0 } holder, RenewTime: { } renewed, LeaseDurationSeconds: { } seconds }
            || lease.Metadata.Annotations is not { } annotations
            || !annotations.TryGetValue(AuthoritiesAnnotation, out var authorities)
            || !annotations.TryGetValue(RulesAnnotation, out var rules))
        {
            return null;
        }

        return Parse(rules, KubernetesJson.Default.IReadOnlyDictionaryStringString) is not { } digests ? null
            : new ReplicaReport(holder, authorities, digests, renewed, TimeSpan.FromSeconds(seconds)) { Traffic = Counted(annotations) };
    }

    /// <summary>The annotations that say it.</summary>
    public IReadOnlyDictionary<string, string> ToAnnotations() => new Dictionary<string, string>
    {
        [AuthoritiesAnnotation] = Authorities,
        [RulesAnnotation] = JsonSerializer.Serialize(Rules, KubernetesJson.Default.IReadOnlyDictionaryStringString),
        [TrafficAnnotation] = CountedText(Traffic),
    };

    private static IReadOnlyDictionary<string, RuleTraffic> Counted(IReadOnlyDictionary<string, string> annotations) =>
        (annotations.TryGetValue(TrafficAnnotation, out var traffic) ? Parse(traffic, CrdsJson.Default.IReadOnlyDictionaryStringRuleTraffic) : null) ?? new Dictionary<string, RuleTraffic>();

    /// <summary>As much as there is room for, differences before all else.</summary>
    private static string CountedText(IReadOnlyDictionary<string, RuleTraffic> traffic)
    {
        var all = traffic.OrderByDescending(rule => rule.Value.Comparison?.Differences > 0).ThenBy(rule => rule.Key, StringComparer.Ordinal).ToList();
        for (var most = all.Count; ; most /= 2)
        {
            IReadOnlyDictionary<string, RuleTraffic> told = all.Take(most).ToDictionary(StringComparer.Ordinal);
            var text = JsonSerializer.Serialize(told, CrdsJson.Default.IReadOnlyDictionaryStringRuleTraffic);
            if (text.Length <= LongestTraffic)
            {
                return text;
            }
        }
    }

    private static T? Parse<T>(string json, JsonTypeInfo<T> type) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException)
        {
            // Written by hand or by a version to come: as if it said nothing.
            return null;
        }
    }
}
