namespace Daytwo.Crds.Schema;

/// <summary>The API refuses a duration of zero.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositiveDurationAttribute : Attribute;
