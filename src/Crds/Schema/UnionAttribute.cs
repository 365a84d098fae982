namespace Daytwo.Crds.Schema;

/// <summary>The API demands that exactly one property is set, and that an update sets the same one.</summary>
/// <param name="noun">What the union is, for messages, such as <c>store</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnionAttribute(string noun) : Attribute
{
    public string Noun { get; } = noun;
}
