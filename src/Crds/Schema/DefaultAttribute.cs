namespace Daytwo.Crds.Schema;

/// <summary>The API fills this field in when it is absent, with the value that the property of a new instance has.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultAttribute : Attribute;
