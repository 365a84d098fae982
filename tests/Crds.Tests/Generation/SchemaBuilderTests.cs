using System.Text.Json.Nodes;
using Daytwo.CrdGen;

namespace Daytwo.Crds.Tests.Generation;

public sealed class SchemaBuilderTests
{
    public static TheoryData<Type> KindTypes => new(typeof(EtcdBackup), typeof(EtcdSnapshot), typeof(AdmissionRule), typeof(RuleException));

    [Theory, MemberData(nameof(KindTypes))]
    public void Every_field_has_a_text_for_kubectl_explain(Type kind)
    {
        foreach (var (path, schema) in Fields(SchemaBuilder.OfObject(kind), kind.Name).Where(field => field.Path != $"{kind.Name}.metadata"))
        {
            Assert.True(schema["description"]?.GetValue<string>() is { Length: > 10 }, $"{path} needs an XML summary");
        }
    }

    [Theory]
    [InlineData(typeof(EtcdBackup))]
    [InlineData(typeof(AdmissionRule))]
    [InlineData(typeof(RuleException))]
    public void Every_string_and_list_a_user_writes_is_bounded_so_that_rules_have_a_known_cost(Type kind)
    {
        var spec = SchemaBuilder.OfObject(kind)["properties"]!["spec"]!.AsObject();
        foreach (var (path, schema) in Fields(spec, "spec"))
        {
            var bound = (string?)schema["type"] switch { "string" => schema["maxLength"] ?? schema["enum"] ?? schema["format"], "array" => schema["maxItems"], _ => true };
            Assert.True(bound is not null, $"{path} needs a Length");
        }
    }

    [Theory]
    [InlineData("suspend", "false")]
    [InlineData("activeDeadlineSeconds", "3600")]
    [InlineData("compression", "\"Gzip\"")]
    [InlineData("verification", "\"Full\"")]
    [InlineData("deletionPolicy", "\"Retain\"")]
    public void Defaults_are_those_of_a_new_instance(string field, string expected)
    {
        var spec = SchemaBuilder.OfObject(typeof(EtcdBackup))["properties"]!["spec"]!["properties"]!;

        Assert.Equal(expected, spec[field]!["default"]!.ToJsonString());
    }

    [Fact]
    public void Union_demands_one_member_and_keeps_it()
    {
        var rules = SchemaBuilder.OfObject(typeof(EtcdBackup))["properties"]!["spec"]!["properties"]!["store"]!["x-kubernetes-validations"]!.AsArray();

        Assert.Equal(
            ["has(self.s3) || has(self.filesystem)", "[has(self.s3), has(self.filesystem)].filter(given, given).size() <= 1",
                "has(self.s3) == has(oldSelf.s3) && has(self.filesystem) == has(oldSelf.filesystem)"],
            rules.Select(rule => rule!["rule"]!.GetValue<string>()));
    }

    private static IEnumerable<(string Path, JsonObject Schema)> Fields(JsonObject schema, string path)
    {
        if (schema["items"] is JsonObject items)
        {
            return Fields(items, path + "[]");
        }

        return schema["properties"] is not JsonObject properties
            ? []
            : properties.SelectMany(property => Fields(property.Value!.AsObject(), $"{path}.{property.Key}").Prepend(($"{path}.{property.Key}", property.Value.AsObject())));
    }
}
