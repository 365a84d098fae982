using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>The kind of parameters: a version, perhaps of a group, and a kind. It need not be served.</summary>
internal static class ParamKindCheck
{
    public static IEnumerable<FieldError> Check(JsonObject kind, FieldPath at) => [.. ApiVersion(kind.Text("apiVersion"), at.Child("apiVersion")), .. Kind(kind.Text("kind"), at.Child("kind"))];

    private static IEnumerable<FieldError> ApiVersion(string text, FieldPath at)
    {
        if (text.Length == 0)
        {
            return [FieldError.Required(at)];
        }

        var parts = text == "/" ? ["", ""] : text.Split('/');
        if (parts.Length > 2)
        {
            return [FieldError.Invalid(at, text, $"unexpected GroupVersion string: {text}")];
        }

        var (group, version) = parts.Length == 2 ? (parts[0], parts[1]) : ("", text);
        return
        [
            .. group.Length == 0 ? [] : Joined(at, group, NameSyntax.Subdomain(group)),
            .. version.Length == 0 ? [FieldError.Invalid(at, text, "version must be specified")] : Joined(at, version, NameSyntax.LetteredLabel(version)),
        ];
    }

    private static FieldError[] Kind(string text, FieldPath at) =>
        text.Length == 0 ? [FieldError.Required(at)] : Joined(at, text, NameSyntax.LetteredLabel(text.ToLowerInvariant()), "may have mixed case, but should otherwise match: ");

    private static FieldError[] Joined(FieldPath at, string value, IEnumerable<string> problems, string before = "")
    {
        var joined = string.Join(',', problems);
        return joined.Length == 0 ? [] : [FieldError.Invalid(at, value, before + joined)];
    }
}
