namespace Daytwo.Crds.Schema;

/// <summary>Allowed length of a string in characters, or of a list in items.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LengthAttribute(int minimum, int maximum) : Attribute
{
    public int Minimum { get; } = minimum;

    public int Maximum { get; } = maximum;
}
