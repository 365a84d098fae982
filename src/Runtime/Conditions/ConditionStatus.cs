namespace Daytwo.Runtime.Conditions;

/// <summary>The three values of a condition's status.</summary>
public static class ConditionStatus
{
    public const string True = nameof(True);

    public const string False = nameof(False);

    public const string Unknown = nameof(Unknown);
}
