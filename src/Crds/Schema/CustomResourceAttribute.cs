namespace Daytwo.Crds.Schema;

/// <summary>Makes a read model a kind: its names in the API.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CustomResourceAttribute(string plural, params string[] shortNames) : Attribute
{
    public string Plural { get; } = plural;

    public IReadOnlyList<string> ShortNames { get; } = shortNames;
}
