namespace Daytwo.Crds;

/// <summary>The condition types that the kinds report; kstatus reads Ready, Reconciling and Stalled.</summary>
public static class ConditionTypes
{
    /// <summary>The object does what its spec asks: the schedule runs, or the one-off has finished well.</summary>
    public const string Ready = "Ready";

    /// <summary>Work is under way for the present generation.</summary>
    public const string Reconciling = "Reconciling";

    /// <summary>No progress without a change by the user.</summary>
    public const string Stalled = "Stalled";

    /// <summary>Something is wrong that does not (yet) stop the work, such as a failed prune or a failing run that is retried.</summary>
    public const string Degraded = "Degraded";

    /// <summary>The newest verified snapshot is younger than spec.rpo.</summary>
    public const string RpoMet = "RPOMet";

    /// <summary>A one-off ended well; as a Job's Complete.</summary>
    public const string Complete = "Complete";

    /// <summary>A one-off ended badly for good; as a Job's Failed.</summary>
    public const string Failed = "Failed";

    /// <summary>The stored copy of a snapshot was read back and agreed with its manifest.</summary>
    public const string Verified = "Verified";

    /// <summary>The admission policies of a rule were seen in force on every apiserver.</summary>
    public const string PolicyReady = "PolicyReady";

    /// <summary>Every webhook replica has loaded a rule, and every apiserver was seen to call them.</summary>
    public const string WebhookReady = "WebhookReady";

    /// <summary>The status counts what a rule said of live requests; else the apiservers do.</summary>
    public const string Counted = "Counted";

    /// <summary>The status tells whether both outlets of a rule said the same of live requests; there with the outlet Both only.</summary>
    public const string Compared = "Compared";

    /// <summary>The time of an exception is not over, and every rule it names exists and takes it in.</summary>
    public const string Active = "Active";

    /// <summary>The time of an exception is over.</summary>
    public const string Expired = "Expired";
}
