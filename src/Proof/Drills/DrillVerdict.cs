namespace Daytwo.Proof.Drills;

/// <summary>What an answer was, measured by what the rule says.</summary>
public enum DrillVerdict
{
    /// <summary>As the rule says, in the rule's words.</summary>
    Right,

    /// <summary>The rule forbids it, and it got through.</summary>
    Gap,

    /// <summary>The rule allows it, and it did not get through.</summary>
    Outage,

    /// <summary>The rule forbids it and it did not get through, but for another reason: the user was told of a failure, not of the rule.</summary>
    Unjudged,
}
