using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Behaviours.AdmissionParts;

/// <summary>Match conditions: named, each name once, and true or false.</summary>
internal static class ConditionsCheck
{
    private const int Most = 64;

    public static IEnumerable<FieldError> Check(IEnumerable<JsonObject> conditions, FieldPath at, CompiledTexts compiled)
    {
        var all = conditions.ToList();
        if (all.Count > Most)
        {
            yield return FieldError.TooMany(at, all.Count, Most);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < all.Count; i++)
        {
            var name = all[i].Text("name");
            var duplicate = name.Length == 0 || names.Add(name) ? [] : new[] { FieldError.Duplicate(at.Index(i).Child("name"), name) };
            foreach (var error in (IEnumerable<FieldError>)[.. Expression(all[i].Text("expression").Trim(), at.Index(i).Child("expression"), compiled), .. Name(name, at.Index(i).Child("name")), .. duplicate])
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<FieldError> Expression(string expression, FieldPath at, CompiledTexts compiled) =>
        expression.Length == 0 ? [FieldError.Required(at)] : compiled.At(at, expression);

    private static IEnumerable<FieldError> Name(string name, FieldPath at) =>
        name.Length == 0 ? [FieldError.Required(at)] : NameSyntax.QualifiedName(name).Select(problem => FieldError.Invalid(at, name, problem));
}
