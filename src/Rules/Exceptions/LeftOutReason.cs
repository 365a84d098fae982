namespace Daytwo.Rules.Exceptions;

/// <summary>Why a rule leaves an exception out.</summary>
public enum LeftOutReason
{
    /// <summary>Its condition does not compile, or asks for what cannot be seen there.</summary>
    ConditionUnusable,

    /// <summary>The policy has as many match conditions as it may have, and the others were created before.</summary>
    NoRoom,
}
