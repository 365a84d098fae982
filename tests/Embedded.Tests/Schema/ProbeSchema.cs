using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Tests.Schema;

/// <summary>A schema with a field for every kind of constraint; the cases beside it were answered by kube-apiserver v1.36.3.</summary>
internal static class ProbeSchema
{
    public static JsonObject Json { get; } =
        (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "testdata/schema/probe.json")))!;

    public static CustomResourceSchema Schema { get; } = CustomResourceSchema.Parse(Json);

    public static JsonObject Resource(JsonNode? spec) => new()
    {
        ["apiVersion"] = "test.daytwo.dev/v1",
        ["kind"] = "Probe",
        ["metadata"] = new JsonObject { ["name"] = "x" },
        ["spec"] = spec?.DeepClone(),
    };

    public static IEnumerable<string> Lines(IEnumerable<FieldError> errors) =>
        errors.Select(e => $"{e.Field} | {e.Reason} | {e.Body}").Order(StringComparer.Ordinal);
}
