using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Schema.Structural;

namespace Daytwo.Embedded.Tests.Schema.Structural;

/// <summary>Schemas as kube-apiserver v1.36.3 judged them when a CRD with each was created.</summary>
public sealed class SchemaAcceptanceTests
{
    private const string File = "schema/structural.json";

    public static TheoryData<string> Cases => TestData.Names(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Schema_is_judged_as_by_the_real_server(string name)
    {
        var c = TestData.Case(File, name);

        var errors = SchemaAcceptance.Check(new("spec.validation.openAPIV3Schema"), StructuralSchema.Parse((JsonObject)c["schema"]!));

        Assert.Equal(c["errors"]!.AsArray().Select(e => (string)e!).Order(StringComparer.Ordinal), ProbeSchema.Lines(errors));
    }

    [Fact]
    public void Property_that_only_a_root_junctor_names_must_be_specified()
    {
        var schema = StructuralSchema.Parse((JsonObject)JsonNode.Parse(
            """{"type":"object","properties":{"spec":{"type":"object"}},"anyOf":[{"properties":{"spec":{"properties":{"a":{"minLength":1}}}}}]}""")!);

        var error = Assert.Single(SchemaAcceptance.Check(new("s"), schema));

        Assert.Equal(
            "s.properties[spec].properties[a]: Required value: because it is defined in s.anyOf[0].properties[spec].properties[a]", error.ToString());
    }

    [Theory]
    [InlineData("(a", "missing closing ): `(a`")]
    [InlineData("a)", "unexpected ): `a)`")]
    [InlineData("*a", "missing argument to repetition operator: `*`")]
    [InlineData("(?=a)", "invalid or unsupported Perl syntax: `(?=`")]
    public void Bad_pattern_is_told_as_the_real_server_tells_it(string pattern, string problem)
    {
        var schema = StructuralSchema.Parse(new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["x"] = new JsonObject { ["type"] = "string", ["pattern"] = pattern } },
        });

        Assert.EndsWith("error parsing regexp: " + problem, Assert.Single(SchemaAcceptance.Check(new("s"), schema)).Detail, StringComparison.Ordinal);
    }
}
