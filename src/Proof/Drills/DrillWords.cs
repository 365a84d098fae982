using System.Globalization;

namespace Daytwo.Proof.Drills;

/// <summary>Says results of drills to people.</summary>
public static class DrillWords
{
    public static string Words(this DrillOutlet outlet) => outlet switch
    {
        DrillOutlet.Policy => "policy",
        DrillOutlet.PolicyFailOpen => "policy, fail open",
        DrillOutlet.WebhookFailOpen => "webhook, fail open",
        _ => "webhook, fail closed",
    };

    /// <param name="never">What to say when there is none.</param>
    public static string Words(this double? seconds, string never) => seconds switch
    {
        null => never,
        0 => "never wrong",
        { } some => some.ToString("0.0", CultureInfo.InvariantCulture) + " s",
    };
}
