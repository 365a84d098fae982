using Daytwo.Crds.Admission;
using Daytwo.Proof.Files;

namespace Daytwo.Proof.Comparing;

/// <summary>What to compare, and with how much.</summary>
public sealed record ComparisonOptions
{
    /// <summary>Requests to generate for each rule.</summary>
    public int Generated { get; init; } = 1000;

    /// <summary>Makes the generated requests; the same seed makes the same.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Objects of files to replay.</summary>
    public IReadOnlyList<FileObject> Given { get; init; } = [];

    /// <summary>The most stored objects of each resource to replay; 0 for none.</summary>
    public int Live { get; init; }

    /// <summary>Modes in which each rule is tried.</summary>
    public IReadOnlyList<RuleMode> Modes { get; init; } = [RuleMode.Enforce, RuleMode.Warn];

    /// <summary>What the policy is compared with; with Policy itself, a control run that must find nothing.</summary>
    public RuleOutlet Against { get; init; } = RuleOutlet.Webhook;

    /// <summary>Requests in flight.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>Whether objects may be stored in the run's namespace, so that updates and deletions can be generated: in clusters made for this only.</summary>
    public bool MayStore { get; init; }
}
