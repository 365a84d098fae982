namespace Daytwo.Crds.Schema;

/// <summary>A column of <c>kubectl get</c>, in the order written.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PrinterColumnAttribute(string name, string type, string jsonPath) : Attribute
{
    public string Name { get; } = name;

    /// <summary>string, integer, number, boolean or date.</summary>
    public string Type { get; } = type;

    public string JsonPath { get; } = jsonPath;

    public string Description { get; init; } = "";

    /// <summary>True for columns that only <c>-o wide</c> shows.</summary>
    public bool Wide { get; init; }
}
