using System.Collections.Frozen;
using System.Globalization;
using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Webhooks;

/// <summary>
/// One entry of a webhook configuration, called by its own path. One serves all rules of its phase and failure policy; there are further
/// lanes only for rules that ask what one entry cannot give (<see cref="EntryPlan"/>).
/// </summary>
/// <param name="Phase">Whether it changes or judges.</param>
/// <param name="FailurePolicy">What the apiserver does when nobody answers.</param>
/// <param name="Lane">0, and more only where needed.</param>
public readonly record struct WebhookEntry(AdmissionPhase Phase, WebhookFailurePolicy FailurePolicy, int Lane = 0)
{
    /// <summary>The end of every entry's name.</summary>
    public const string Domain = ".webhooks.daytwo.dev";

    private const int MostLanes = 64;

    private static readonly FrozenDictionary<string, WebhookEntry> ByPath = Enum.GetValues<AdmissionPhase>()
        .SelectMany(phase => Enum.GetValues<WebhookFailurePolicy>(), (phase, policy) => (phase, policy))
        .SelectMany(both => Enumerable.Range(0, MostLanes), (both, lane) => new WebhookEntry(both.phase, both.policy, lane))
        .ToFrozenDictionary(entry => entry.Path, StringComparer.Ordinal);

    /// <summary>What the apiserver calls it in refusals and metrics, such as validate-ignore.webhooks.daytwo.dev.</summary>
    public string Name => $"{Words('-')}{Domain}";

    /// <summary>Where the apiserver posts reviews, such as <c>/validate/ignore</c>.</summary>
    public string Path => $"/{Words('/')}";

    /// <summary>The entry that a path names; null for none.</summary>
    public static WebhookEntry? OfPath(string path) => ByPath.TryGetValue(path, out var entry) ? entry : null;

    private string Words(char separator)
    {
        var words = $"{(Phase == AdmissionPhase.Validate ? "validate" : "mutate")}{separator}{(FailurePolicy == WebhookFailurePolicy.Fail ? "fail" : "ignore")}";
        return Lane == 0 ? words : string.Create(CultureInfo.InvariantCulture, $"{words}{separator}{Lane}");
    }
}
