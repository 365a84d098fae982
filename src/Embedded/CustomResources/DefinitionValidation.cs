using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Schema.Structural;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.CustomResources;

/// <summary>Checks a CustomResourceDefinition.</summary>
internal static class DefinitionValidation
{
    private static readonly FieldPath Spec = new("spec");

    public static IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing)
    {
        var spec = value.Child("spec");
        var names = spec.Child("names");
        var expected = $"{names.Text("plural")}.{spec.Text("group")}";
        if (value.ObjectName() != expected)
        {
            yield return FieldError.Invalid(new FieldPath("metadata.name"), value.ObjectName(), "must be spec.names.plural+\".\"+spec.group");
        }

        foreach (var error in Group(spec.Text("group")).Concat(Scope(spec)).Concat(Names(names)).Concat(Versions(spec)).Concat(Schemas(spec, existing.Child("spec"))))
        {
            yield return error;
        }

        if (existing is not null && Established(existing))
        {
            foreach (var error in Unchanged(spec, existing.Child("spec")))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<FieldError> Group(string group)
    {
        var at = Spec.Child("group");
        if (group.Length == 0)
        {
            return [FieldError.Required(at)];
        }

        return group.Contains('.', StringComparison.Ordinal)
            ? NameSyntax.Subdomain(group).Select(p => FieldError.Invalid(at, group, p))
            : [FieldError.Invalid(at, group, "should be a domain with at least one dot")];
    }

    private static IEnumerable<FieldError> Scope(JsonObject? spec)
    {
        var scope = spec.Text("scope");
        return scope switch
        {
            "Cluster" or "Namespaced" => [],
            "" => [FieldError.Required(Spec.Child("scope"))],
            _ => [FieldError.NotSupported(Spec.Child("scope"), scope, ["Cluster", "Namespaced"])],
        };
    }

    private static IEnumerable<FieldError> Names(JsonObject? names)
    {
        foreach (var field in (string[])["plural", "singular", "kind", "listKind"])
        {
            var at = Spec.Child("names").Child(field);
            var name = names.Text(field);
            if (name.Length == 0)
            {
                yield return FieldError.Required(at);
            }

            foreach (var problem in name.Length == 0 ? [] : NameSyntax.Label(name.ToLowerInvariant()))
            {
                yield return FieldError.Invalid(at, name, problem);
            }
        }
    }

    private static IEnumerable<FieldError> Versions(JsonObject? spec)
    {
        var versions = spec.Items("versions").ToList();
        var at = Spec.Child("versions");
        if (versions.Count(v => v.Flag("storage")) != 1)
        {
            yield return FieldError.Invalid(at, spec?["versions"], "must have exactly one version marked as storage version");
        }

        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i].Child("schema").Child("openAPIV3Schema") is null)
            {
                yield return FieldError.Required(at.Index(i).Child("schema").Child("openAPIV3Schema"), "schemas are required");
            }
        }
    }

    /// <summary>A schema that all versions share is said to stand at the definition, not at its versions.</summary>
    private static IEnumerable<FieldError> Schemas(JsonObject? spec, JsonObject? before)
    {
        var versions = spec.Items("versions").ToList();
        if (Shared(versions) is { } shared)
        {
            return SchemaAcceptance.Check(Spec.Child("validation").Child("openAPIV3Schema"), StructuralSchema.Parse(shared), IsStored(versions[0], before));
        }

        return versions.SelectMany((version, i) => Schema(version) is { } schema
            ? SchemaAcceptance.Check(Spec.Child("versions").Index(i).Child("schema").Child("openAPIV3Schema"), StructuralSchema.Parse(schema), IsStored(version, before))
            : []);
    }

    /// <summary>Whether a version has the schema that it had before. One that all versions shared is that of any version.</summary>
    private static bool IsStored(JsonObject version, JsonObject? before)
    {
        var versions = before.Items("versions").ToList();
        var had = Shared(versions) ?? versions.Where(v => v.Text("name") == version.Text("name")).Select(Schema).FirstOrDefault();
        return had is not null && JsonNode.DeepEquals(had, Schema(version));
    }

    private static JsonObject? Shared(List<JsonObject> versions) =>
        versions.Count > 0 && Schema(versions[0]) is { } first && versions.TrueForAll(v => JsonNode.DeepEquals(Schema(v), first)) ? first : null;

    private static JsonObject? Schema(JsonObject version) => version.Child("schema").Child("openAPIV3Schema");

    private static IEnumerable<FieldError> Unchanged(JsonObject? spec, JsonObject? before)
    {
        foreach (var field in (string[])["group", "scope"])
        {
            if (spec.Text(field) != before.Text(field))
            {
                yield return FieldError.Invalid(Spec.Child(field), spec.Text(field), "field is immutable");
            }
        }

        foreach (var field in (string[])["kind", "plural"])
        {
            if (spec.Child("names").Text(field) != before.Child("names").Text(field))
            {
                yield return FieldError.Invalid(Spec.Child("names").Child(field), spec.Child("names").Text(field), "field is immutable");
            }
        }
    }

    private static bool Established(JsonObject definition) =>
        definition.Child("status").Items("conditions").Any(c => c.Text("type") == "Established" && c.Text("status") == "True");
}
