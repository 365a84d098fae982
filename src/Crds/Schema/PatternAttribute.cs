namespace Daytwo.Crds.Schema;

/// <summary>The regular expression (RE2) that a string matches.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PatternAttribute(string expression) : Attribute
{
    public string Expression { get; } = expression;
}
