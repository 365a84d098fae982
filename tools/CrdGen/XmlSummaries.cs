using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Daytwo.CrdGen;

/// <summary>The summaries that the compiler wrote beside an assembly: the one source of what <c>kubectl explain</c> says.</summary>
internal static partial class XmlSummaries
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> Files = new();

    public static string Of(Type type) => Find(type, $"T:{type.FullName}");

    public static string Of(PropertyInfo property) => Find(property.DeclaringType!, $"P:{property.DeclaringType!.FullName}.{property.Name}");

    private static string Find(Type type, string member) => Files.GetOrAdd(type.Assembly, Read).GetValueOrDefault(member, "");

    private static Dictionary<string, string> Read(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!));

    private static string Text(XElement summary) =>
        Blanks().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } reference => reference.Value[(reference.Value.LastIndexOf('.') + 1)..],
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
