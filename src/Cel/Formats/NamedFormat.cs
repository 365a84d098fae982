namespace Daytwo.Cel.Formats;

/// <summary>A format of Kubernetes: <c>format.dns1123Label()</c>.</summary>
/// <param name="Name">As expressions call it.</param>
/// <param name="Title">As the value prints.</param>
/// <param name="PatternLength">What the pattern counts for the cost of a validation.</param>
/// <param name="Validate">What is wrong with a text; nothing when it is valid.</param>
internal sealed record NamedFormat(string Name, string Title, int PatternLength, Func<string, IReadOnlyList<string>> Validate)
{
    /// <summary>All there are.</summary>
    public static IReadOnlyList<NamedFormat> All { get; } =
    [
        new("dns1123Label", "DNS1123Label", 30, NameFormats.Dns1123Label),
        new("dns1123Subdomain", "DNS1123Subdomain", 60, NameFormats.Dns1123Subdomain),
        new("dns1035Label", "DNS1035Label", 30, NameFormats.Dns1035Label),
        new("qualifiedName", "QualifiedName", 60, NameFormats.QualifiedName),
        new("dns1123LabelPrefix", "DNS1123LabelPrefix", 30, s => NameFormats.Dns1123Label(NameFormats.WithoutDash(s))),
        new("dns1123SubdomainPrefix", "DNS1123SubdomainPrefix", 60, s => NameFormats.Dns1123Subdomain(NameFormats.WithoutDash(s))),
        new("dns1035LabelPrefix", "DNS1035LabelPrefix", 30, s => NameFormats.Dns1035Label(NameFormats.WithoutDash(s))),
        new("labelValue", "LabelValue", 40, NameFormats.LabelValue),
        new("uri", "URI", 1103, DataFormats.Uri),
        new("uuid", "uuid", 70, DataFormats.Uuid),
        new("byte", "byte", 84, DataFormats.Base64),
        new("date", "date", 71, DataFormats.Date),
        new("datetime", "datetime", 71, DataFormats.DateTime),
    ];

    /// <summary>The format of a name, or null.</summary>
    public static NamedFormat? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}
