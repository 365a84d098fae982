namespace Daytwo.Crds.Schema;

/// <summary>A field that lists can be filtered by: <c>kubectl get --field-selector</c>.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class SelectableFieldAttribute(string jsonPath) : Attribute
{
    public string JsonPath { get; } = jsonPath;
}
