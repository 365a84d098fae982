using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.CustomResources;

/// <summary>Makes served kinds of a CustomResourceDefinition.</summary>
internal static class DefinitionReader
{
    private static readonly string[] Verbs = ["delete", "deletecollection", "get", "list", "patch", "create", "update", "watch"];
    private static readonly string[] SubresourceVerbs = ["get", "patch", "update"];

    /// <summary>A kind for each served version.</summary>
    public static IReadOnlyList<KindDefinition> Kinds(JsonObject definition)
    {
        var versions = definition.Child("spec").Items("versions").ToList();
        var storage = versions.First(v => v.Flag("storage")).Text("name");
        return [.. versions.Where(v => v.Flag("served")).Select(v => Kind(definition, v, storage))];
    }

    private static KindDefinition Kind(JsonObject definition, JsonObject version, string storage)
    {
        var spec = definition.Child("spec");
        var names = spec.Child("names");
        var subresources = version.Child("subresources");
        return new KindDefinition
        {
            Group = spec.Text("group"),
            Version = version.Text("name"),
            Plural = names.Text("plural"),
            Singular = names.Text("singular"),
            Kind = names.Text("kind"),
            ListKind = names.Text("listKind"),
            Namespaced = spec.Text("scope") == "Namespaced",
            ShortNames = names.Texts("shortNames"),
            Categories = names.Texts("categories"),
            Verbs = Verbs,
            Generation = true,
            Subresources = [.. Subresources(subresources)],
            Scale = Scale(subresources.Child("scale")),
            Columns = Columns(version),
            SelectableFields = version.Items("selectableFields").Select(f => f.Text("jsonPath"))
                .ToDictionary(p => p.TrimStart('.'), p => p, StringComparer.Ordinal),
            Custom = new CustomKind(definition.ObjectName(), Schema(version), storage) { DeprecationWarning = Deprecation(spec, version) },
        };
    }

    private static CustomResourceSchema Schema(JsonObject version) =>
        CustomResourceSchema.Parse(version.Child("schema").Child("openAPIV3Schema")?.Clone() ?? []);

    private static IEnumerable<SubresourceDefinition> Subresources(JsonObject? declared)
    {
        if (declared.Child("status") is not null)
        {
            yield return new SubresourceDefinition("status", SubresourceVerbs);
        }

        if (declared.Child("scale") is not null)
        {
            yield return new SubresourceDefinition("scale", SubresourceVerbs, "autoscaling", "v1", "Scale");
        }
    }

    private static ScalePaths? Scale(JsonObject? scale) => scale is null ? null
        : new ScalePaths(scale.Text("specReplicasPath"), scale.Text("statusReplicasPath"),
            scale.Text("labelSelectorPath") is { Length: > 0 } selector ? selector : null);

    private static IReadOnlyList<ColumnDefinition> Columns(JsonObject version)
    {
        var declared = version.Items("additionalPrinterColumns").Select(Column).ToList();
        if (declared.Count == 0)
        {
            declared.Add(new ColumnDefinition { Name = "Age", Type = "date", Path = ".metadata.creationTimestamp", Cell = "custom" });
        }

        return [new ColumnDefinition { Name = "Name", Format = "name", Path = ".metadata.name" }, .. declared];
    }

    private static ColumnDefinition Column(JsonObject column)
    {
        var path = column.Text("jsonPath");
        var description = column.Text("description");
        return new ColumnDefinition
        {
            Name = column.Text("name"),
            Type = column.Text("type"),
            Format = column.Text("format"),
            Description = description.Length > 0 ? description : $"Custom resource definition column (in JSONPath format): {path}",
            Priority = (int)(column.Integer("priority") ?? 0),
            Path = path,
            Cell = "custom",
        };
    }

    private static string? Deprecation(JsonObject? spec, JsonObject version)
    {
        if (!version.Flag("deprecated"))
        {
            return null;
        }

        var own = version.Text("deprecationWarning");
        var (group, kind) = (spec.Text("group"), spec.Child("names").Text("kind"));
        var successor = spec.Items("versions").Where(v => v.Flag("served") && !v.Flag("deprecated")).Select(v => v.Text("name"))
            .Where(v => VersionPriority.Descending.Compare(v, version.Text("name")) < 0).Order(VersionPriority.Descending).FirstOrDefault();
        return own.Length > 0 ? own
            : $"{group}/{version.Text("name")} {kind} is deprecated{(successor is null ? "" : $"; use {group}/{successor} {kind}")}";
    }
}
