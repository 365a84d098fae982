using Daytwo.Embedded.OpenApi;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>The types that server-side apply works with.</summary>
internal static class KindTypes
{
    /// <summary>A built-in kind; deduced when its definition is not known.</summary>
    public static FieldType BuiltIn(string group, string version, string kind) =>
        BuiltInDefinitions.Instance.Schema(group, version, kind) is { } schema ? FieldType.Of(schema) : FieldType.Deduced;

    /// <summary>A custom resource: its CRD's schema with apiVersion, kind and metadata as every object has them.</summary>
    public static FieldType CustomResource(StructuralSchema crd) =>
        FieldType.Of(new SchemaReader(BuiltInDefinitions.Instance.Json).Read(PublishedSchema.Of(crd.Source)));
}
