using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Webhooks.Replicas;

/// <summary>What a replica says of the rules it serves.</summary>
internal interface ILoadedRules
{
    /// <summary>The rules as last told by the API, by entry; null before they were told at all.</summary>
    EntryPlan? Plan { get; }

    /// <summary>For each rule what was loaded of it, or why nothing was: as in <see cref="ReplicaReport.Rules"/>.</summary>
    IReadOnlyDictionary<string, string> Digests { get; }

    /// <summary>What was counted of the rules by now; rules that nothing was asked about are left out.</summary>
    IReadOnlyDictionary<string, RuleTraffic> Traffic { get; }

    /// <summary>Calls back after each change.</summary>
    void Subscribe(Action changed);
}
