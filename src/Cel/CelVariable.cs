using Daytwo.Cel.Schemas;
using Daytwo.Cel.Types;

namespace Daytwo.Cel;

/// <summary>An input that expressions may name.</summary>
/// <param name="Name">As in expressions; may hold dots (<c>authorizer.requestResource</c>).</param>
/// <param name="Type">What the checker takes it for.</param>
public sealed record CelVariable(string Name, CelType Type)
{
    /// <summary>Whether expressions can name something so: letters, digits and underscores, no digit first, no word of the language.</summary>
    public static bool IsName(string text) =>
        text.Length > 0 && !char.IsAsciiDigit(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !FieldNames.IsReserved(text);
}
