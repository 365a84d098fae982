namespace Daytwo.Crds.Schema;

/// <summary>A duration that users write: a bad one is refused with a text that says how to write it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DurationAttribute : Attribute
{
    /// <summary>Whether no time at all is acceptable.</summary>
    public bool AllowZero { get; init; }
}
