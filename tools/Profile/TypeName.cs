using System.Text;

namespace Daytwo.Profile;

/// <summary>
/// A type as profiles spell it: <c>Assembly!Namespace.Outer+Inner`1[Argument,…]</c>, the core library's without <c>Assembly!</c>; arrays and
/// pointers with what follows their element. Characters that mean something here are escaped by a backslash, as reflection does.
/// </summary>
/// <param name="Name">The definition's name, or for arrays and pointers <c>[]</c>, <c>[,]</c> …, <c>*</c>, <c>&amp;</c>.</param>
/// <param name="Arguments">The type arguments, those of enclosing types first; or the element.</param>
internal sealed record TypeName(string Name, IReadOnlyList<TypeName> Arguments)
{
    public const string CoreLibrary = "System.Private.CoreLib";
    private const string Special = "[],*&\\";

    /// <summary>Whether it is an array or pointer of its only argument.</summary>
    public bool IsShape => Name[0] is '[' or '*' or '&';

    public string Assembly => Name.IndexOf('!', StringComparison.Ordinal) is var mark and >= 0 ? Name[..mark] : CoreLibrary;

    /// <summary>The name within its assembly.</summary>
    public string FullName => Name[(Name.IndexOf('!', StringComparison.Ordinal) + 1)..];

    public static TypeName Of(string assembly, string fullName, IReadOnlyList<TypeName> arguments) =>
        new(assembly == CoreLibrary ? fullName : $"{assembly}!{fullName}", arguments);

    public static TypeName Parse(string text)
    {
        var at = 0;
        return One(text, ref at);
    }

    /// <summary>Reads <c>[A,B]</c>.</summary>
    public static IReadOnlyList<TypeName> ParseList(string text)
    {
        var at = 0;
        return List(text, ref at);
    }

    public override string ToString() => IsShape
        ? Arguments[0] + Name
        : Arguments.Count == 0 ? Escaped() : $"{Escaped()}[{string.Join(',', Arguments)}]";

    private static TypeName One(string text, ref int at)
    {
        var name = new StringBuilder();
        for (; at < text.Length && !Special[..^1].Contains(text[at], StringComparison.Ordinal); at++)
        {
            at += text[at] == '\\' && at + 1 < text.Length ? 1 : 0;
            name.Append(text[at]);
        }

        var type = new TypeName(name.ToString(), at + 1 < text.Length && text[at] == '[' && text[at + 1] is not (']' or ',') ? List(text, ref at) : []);
        for (; at < text.Length && text[at] is '[' or '*' or '&';)
        {
            var end = text[at] == '[' ? text.IndexOf(']', at) + 1 : at + 1;
            (type, at) = (new TypeName(text[at..end], [type]), end);
        }

        return type;
    }

    private static List<TypeName> List(string text, ref int at)
    {
        var types = new List<TypeName>();
        do
        {
            at++;
            types.Add(One(text, ref at));
        }
        while (at < text.Length && text[at] == ',');
        at++;
        return types;
    }

    private string Escaped()
    {
        var text = new StringBuilder();
        foreach (var c in Name)
        {
            text.Append(Special.Contains(c, StringComparison.Ordinal) ? "\\" : "").Append(c);
        }

        return text.ToString();
    }
}
