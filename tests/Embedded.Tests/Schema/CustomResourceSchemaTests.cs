using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Tests.Schema;

public sealed class CustomResourceSchemaTests
{
    private const string Validation = "schema/validation.json";
    private const string PruningFile = "schema/pruning.json";

    public static TheoryData<string> ValidationCases => TestData.Names(Validation);

    public static TheoryData<string> PruningCases => TestData.Names(PruningFile);

    [Theory]
    [MemberData(nameof(ValidationCases))]
    public void Validate_case_gives_the_errors_of_the_real_server(string name)
    {
        var c = TestData.Case(Validation, name);
        var resource = ProbeSchema.Resource(c["spec"]);

        Complete(resource);
        var errors = ProbeSchema.Schema.Validate(resource);

        var expected = c["errors"] is JsonArray lines ? lines.Select(l => (string)l!).Order(StringComparer.Ordinal) : Enumerable.Empty<string>();
        Assert.Equal(expected, ProbeSchema.Lines(errors));
        if (c["after"] is { } after)
        {
            TestData.AssertSame(after, resource["spec"]);
        }
    }

    [Theory]
    [MemberData(nameof(PruningCases))]
    public void Prune_and_default_case_gives_the_object_of_the_real_server(string name)
    {
        var c = TestData.Case(PruningFile, name);
        var resource = ProbeSchema.Resource(c["spec"]);

        var unknown = Complete(resource);

        Assert.Equal(c["unknown"]!.AsArray().Select(n => (string)n!), unknown);
        TestData.AssertSame(c["after"], resource["spec"]);
    }

    [Fact]
    public void Default_twice_changes_nothing_more()
    {
        var resource = ProbeSchema.Resource(new JsonObject { ["name"] = "abc", ["items"] = new JsonArray(new JsonObject { ["k"] = "a" }) });
        Complete(resource);
        var once = resource.DeepClone();

        Complete(resource);

        TestData.AssertSame(once, resource);
    }

    [Fact]
    public void Validate_update_forgives_what_was_wrong_and_is_unchanged()
    {
        var old = ProbeSchema.Resource(JsonNode.Parse("""{"name":"TOO LONG","items":[{"k":"a","v":9},{"k":"b","v":1}]}"""));
        var next = ProbeSchema.Resource(JsonNode.Parse("""{"name":"TOO LONG","count":2,"items":[{"k":"b","v":8},{"k":"a","v":9}]}"""));

        var errors = ProbeSchema.Schema.Validate(next, old);

        Assert.Equal(["spec.items[0].v"], errors.Select(e => e.Field));
    }

    [Fact]
    public void Validate_update_forgives_duplicates_that_were_there()
    {
        var old = ProbeSchema.Resource(JsonNode.Parse("""{"name":"abc","tags":["a","a"]}"""));
        var next = ProbeSchema.Resource(JsonNode.Parse("""{"name":"abc","tags":["a","a","b","b"]}"""));

        Assert.Empty(ProbeSchema.Schema.Validate(next, old));
        Assert.Equal(2, ProbeSchema.Schema.Validate(next).Count);
    }

    [Fact]
    public void Rules_are_evaluated_only_on_well_typed_objects()
    {
        var json = (JsonObject)ProbeSchema.Json.DeepClone();
        json["x-kubernetes-validations"] = JsonNode.Parse("""[{"rule":"self.spec.name != 'abc'","message":"not abc"}]""");
        var schema = new CustomResourceSchema(StructuralSchema.Parse(json));

        var mistyped = schema.Validate(ProbeSchema.Resource(JsonNode.Parse("""{"name":5}""")));
        var refused = schema.Validate(ProbeSchema.Resource(JsonNode.Parse("""{"name":"abc"}""")));

        Assert.DoesNotContain(mistyped, e => e.Detail == "not abc");
        Assert.Contains(mistyped, e => e.Detail.StartsWith("some validation rules were not checked", StringComparison.Ordinal));
        Assert.Equal("<nil>: Invalid value: not abc", Assert.Single(refused).ToString());
    }

    private static IReadOnlyList<string> Complete(JsonObject resource)
    {
        var unknown = ProbeSchema.Schema.Prune(resource);
        ProbeSchema.Schema.Default(resource);
        return unknown;
    }
}
