using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Writing;

/// <summary>Checks metadata as the API does for every kind.</summary>
internal static class MetadataValidation
{
    private const int AnnotationsLimit = 256 * 1024;
    private static readonly FieldPath Root = new("metadata");
    private static readonly string[] StandardFinalizers = ["orphan", "foregroundDeletion", "kubernetes"];

    public static List<FieldError> New(JsonObject value, KindDefinition kind)
    {
        var metadata = value.Metadata();
        var errors = new List<FieldError>();
        var prefix = metadata.Text("generateName");
        if (prefix.Length > 0)
        {
            Add(errors, Root.Child("generateName"), prefix, NameSyntax.ObjectName(prefix, kind.Names, prefix: true));
        }

        var name = metadata.Text("name");
        if (name.Length == 0)
        {
            errors.Add(FieldError.Required(Root.Child("name"), "name or generateName is required"));
        }
        else
        {
            Add(errors, Root.Child("name"), name, NameSyntax.ObjectName(name, kind.Names));
        }

        Common(errors, metadata);
        return errors;
    }

    public static List<FieldError> Changed(JsonObject value, JsonObject existing)
    {
        var metadata = value.Metadata();
        var before = existing.Metadata();
        var errors = new List<FieldError>();
        foreach (var field in (string[])["name", "namespace", "uid", "creationTimestamp"])
        {
            if (before.Text(field) != metadata.Text(field))
            {
                errors.Add(FieldError.Invalid(Root.Child(field), metadata.Text(field), "field is immutable"));
            }
        }

        if (existing.Terminating() && value.Finalizers().Except(existing.Finalizers()).ToArray() is { Length: > 0 } added)
        {
            var listed = string.Join(", ", added.Select(GoText.Quote));
            errors.Add(FieldError.Forbidden(Root.Child("finalizers"),
                $"no new finalizers can be added if the object is being deleted, found new finalizers []string{{{listed}}}"));
        }

        Common(errors, metadata);
        return errors;
    }

    private static void Common(List<FieldError> errors, JsonObject metadata)
    {
        foreach (var (key, label) in metadata.Child("labels") ?? [])
        {
            Add(errors, Root.Child("labels"), key, NameSyntax.QualifiedName(key));
            Add(errors, Root.Child("labels"), label.TextOrNull() ?? "", NameSyntax.LabelValue(label.TextOrNull() ?? ""));
        }

        Annotations(errors, metadata.Child("annotations") ?? []);
        OwnerReferences(errors, metadata);
        Finalizers(errors, metadata.Texts("finalizers"));
    }

    private static void Annotations(List<FieldError> errors, JsonObject annotations)
    {
        var size = 0;
        foreach (var (key, text) in annotations)
        {
            Add(errors, Root.Child("annotations"), key, NameSyntax.QualifiedName(key.ToLowerInvariant()));
            size += key.Length + (text.TextOrNull() ?? "").Length;
        }

        if (size > AnnotationsLimit)
        {
            errors.Add(FieldError.TooLong(Root.Child("annotations"), AnnotationsLimit));
        }
    }

    private static void OwnerReferences(List<FieldError> errors, JsonObject metadata)
    {
        var at = Root.Child("ownerReferences");
        var controllers = 0;
        foreach (var owner in metadata.Items("ownerReferences"))
        {
            Empty(errors, at.Child("apiVersion"), owner.Text("apiVersion"), "version must not be empty");
            Empty(errors, at.Child("kind"), owner.Text("kind"), "must not be empty");
            Empty(errors, at.Child("name"), owner.Text("name"), "must not be empty");
            Empty(errors, at.Child("uid"), owner.Text("uid"), "must not be empty");
            controllers += owner.Flag("controller") ? 1 : 0;
        }

        if (controllers > 1)
        {
            errors.Add(FieldError.Invalid(at, metadata["ownerReferences"], "Only one reference can have Controller set to true."));
        }
    }

    private static void Finalizers(List<FieldError> errors, IReadOnlyList<string> finalizers)
    {
        var at = Root.Child("finalizers");
        foreach (var finalizer in finalizers)
        {
            Add(errors, at, finalizer, NameSyntax.QualifiedName(finalizer));
        }

        for (var i = 0; i < finalizers.Count; i++)
        {
            if (!finalizers[i].Contains('/', StringComparison.Ordinal) && !StandardFinalizers.Contains(finalizers[i]))
            {
                Add(errors, at.Index(i), finalizers[i], ["name is neither a standard finalizer name nor is it fully qualified"]);
            }
        }

        if (finalizers.Contains("orphan") && finalizers.Contains("foregroundDeletion"))
        {
            errors.Add(FieldError.Invalid(at, finalizers.ToJson(),
                "finalizer orphan and foregroundDeletion cannot be both set"));
        }
    }

    private static void Empty(List<FieldError> errors, FieldPath at, string text, string problem)
    {
        if (text.Length == 0)
        {
            errors.Add(FieldError.Invalid(at, text, problem));
        }
    }

    private static void Add(List<FieldError> errors, FieldPath at, string value, IEnumerable<string> problems) =>
        errors.AddRange(problems.Select(p => FieldError.Invalid(at, value, p)));
}
