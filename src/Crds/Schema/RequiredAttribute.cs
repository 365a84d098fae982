namespace Daytwo.Crds.Schema;

/// <summary>The API refuses objects without this field.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;
