using System.Text.Json.Nodes;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Tests.Corpus;

public sealed class KindSchemaTests
{
    private static readonly JsonNode Document = JsonNode.Parse("""
        {"components": {"schemas": {
          "Thing": {"type": "object", "x-kubernetes-group-version-kind": [{"kind": "Thing"}], "properties": {"spec": {"allOf": [{"$ref": "#/components/schemas/Spec"}], "default": {}}}},
          "Spec": {"type": "object", "properties": {
            "kind": {"type": "string", "enum": ["A", "B"]},
            "port": {"format": "int-or-string", "oneOf": [{"type": "integer"}, {"type": "string"}]},
            "limits": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Quantity"}},
            "volumes": {"type": "array", "items": {"$ref": "#/components/schemas/Volume"}},
            "again": {"$ref": "#/components/schemas/Spec"}}},
          "Quantity": {"oneOf": [{"type": "string"}, {"type": "number"}]},
          "Volume": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}, "hostPath": {"type": "object", "required": ["path"], "properties": {"path": {"type": "string"}}}}}}}}
        """)!;

    [Theory]
    [InlineData("kind", "spec.kind", "string", "\"A\"")]
    [InlineData("port", "spec.port", "int-or-string", "1")]
    [InlineData("limits", "spec.limits", "object", "{\"a\":\"1\"}")]
    [InlineData("volumes", "spec.volumes", "array", "[{\"name\":\"a\"}]")]
    [InlineData("hostPath", "spec.volumes.[].hostPath", "object", "{\"path\":\"a\"}")]
    public void Field_has_its_place_type_and_a_small_value(string word, string place, string type, string sample)
    {
        var field = Assert.Single(KindSchema.Fields(Document, "Thing", new HashSet<string> { word }));
        Assert.Equal((place, type, sample), (string.Join('.', field.Path), field.Type, field.Samples[0].ToJsonString()));
    }

    [Fact]
    public void Larger_value_has_what_the_rule_names() =>
        Assert.Equal(
            "[{\"name\":\"a\",\"hostPath\":{\"path\":\"a\"}}]",
            KindSchema.Fields(Document, "Thing", new HashSet<string> { "volumes", "hostPath" }).Single(field => field.Name == "volumes").Samples[1].ToJsonString());

    [Fact]
    public void Kind_that_the_document_does_not_know_has_no_fields() => Assert.Empty(KindSchema.Fields(Document, "Other", new HashSet<string> { "kind" }));
}
