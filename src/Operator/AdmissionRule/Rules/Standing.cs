using Daytwo.Operator.AdmissionRule.Canary;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>Where apiservers stand with a rule in one outlet.</summary>
/// <param name="Proven">Every apiserver was seen to enforce it as it is now, and none has lost it for long.</param>
/// <param name="Patient">None has been asked in vain for long.</param>
/// <param name="ActiveOn">Those seen to enforce it as it is now; null before any was asked.</param>
/// <param name="Pending">Those asked in vain so far.</param>
internal sealed record Standing(bool Proven, bool Patient, IReadOnlyList<string>? ActiveOn, IReadOnlyList<ServerProof> Pending)
{
    /// <summary>The pending ones, each with why; null for none.</summary>
    public IReadOnlyList<string>? PendingOn => Pending is [] ? null : [.. Pending.Select(server => $"{server.Server}: {server.Pending}")];
}
