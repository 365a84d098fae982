using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Protobuf;

namespace Daytwo.Embedded.Writing;

/// <summary>Decodes a written object as its kind: removes unknown fields, fills in defaults, and tells of both as asked.</summary>
internal static class FieldCheck
{
    /// <summary>Changes <paramref name="value"/> in place; the refusal is null when all is well.</summary>
    public static Fault? Run(WriteContext context, JsonObject value)
    {
        var kind = context.Kind;
        if (MetadataShape.Check(value, kind) is { } wrong)
        {
            return CannotHandle(kind, wrong);
        }

        if (BuiltInSchemas.Mismatch(kind, value) is { } mismatch)
        {
            return CannotHandle(kind, mismatch.Decoded);
        }

        var unknown = Unknown(kind, value);
        Default(kind, value);
        return Report(context, unknown);
    }

    private static List<string> Unknown(KindDefinition kind, JsonObject value)
    {
        var unknown = MetadataShape.Unknown(value).ToList();
        foreach (var path in unknown)
        {
            value.Metadata().Remove(path["metadata.".Length..]);
        }

        unknown.AddRange(kind.Custom is { } custom ? custom.Schema.Prune(value) : BuiltInSchemas.Prune(kind, value));

        return unknown;
    }

    /// <summary>Fills in defaults in place.</summary>
    public static void Default(KindDefinition kind, JsonObject value)
    {
        kind.Custom?.Schema.Default(value);
        if (kind.Custom is null)
        {
            WireShape.Normalize(value, kind.ApiVersion, kind.Kind);
        }

        if (kind.Defaults is not null)
        {
            DefaultValues.Fill(value, kind.Defaults);
        }
    }

    private static Fault? Report(WriteContext context, List<string> unknown)
    {
        var unknownFields = unknown.Select(path => $"unknown field \"{path}\"");
        var duplicateFields = context.Duplicates.Select(path => $"duplicate field \"{path}\"");
        string[] problems = context.Kind.Custom is null ? [.. unknownFields, .. duplicateFields] : [.. duplicateFields, .. unknownFields];
        if (problems.Length == 0 || context.Options.Validation == FieldValidation.Ignore)
        {
            return null;
        }

        if (context.Options.Validation == FieldValidation.Strict)
        {
            return CannotHandle(context.Kind, "strict decoding error: " + string.Join(", ", problems));
        }

        context.Request.Warnings.AddRange(problems);
        return null;
    }

    private static Fault CannotHandle(KindDefinition kind, string why) =>
        Refusals.BadRequest($"{kind.Kind} in version \"{kind.Version}\" cannot be handled as a {kind.Kind}: {why}");
}
