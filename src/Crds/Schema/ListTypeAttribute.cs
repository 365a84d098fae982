namespace Daytwo.Crds.Schema;

/// <summary>How server-side apply merges a list: <c>set</c>, <c>map</c> by keys, or <c>atomic</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListTypeAttribute(string type, params string[] keys) : Attribute
{
    public string Type { get; } = type;

    public IReadOnlyList<string> Keys { get; } = keys;
}
