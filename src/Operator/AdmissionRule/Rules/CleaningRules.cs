using Daytwo.Crds.Admission.Status;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>
/// What was made from a rule goes with it: bindings first, so that a policy is never seen half gone. Garbage collection would do it too,
/// where it runs. No finalizer: deleting a rule works when the operator does not.
/// </summary>
internal static class CleaningRules
{
    public static Decision<AdmissionRuleStatus, Effect> Decide(Seen seen) =>
        new(seen.Rule?.Status ?? new AdmissionRuleStatus(), Next(seen, seen.Made), null, []);

    /// <summary>The next to delete of these objects; null when none is ours.</summary>
    public static Effect? Next(Seen seen, IEnumerable<MadeObject> unwanted) =>
        unwanted.Where(made => made.IsOf(seen.Name) && made.Metadata.DeletionTimestamp is null)
            .OrderByDescending(made => made.Type.Kind.EndsWith("Binding", StringComparison.Ordinal))
            .Select(made => new Effect.Delete(made))
            .FirstOrDefault();
}
