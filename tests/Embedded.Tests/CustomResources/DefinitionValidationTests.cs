using System.Text.Json.Nodes;
using Daytwo.Embedded.CustomResources;

namespace Daytwo.Embedded.Tests.CustomResources;

/// <summary>Definitions whose rules cost too much by estimate. How much is too much is compared with the real API.</summary>
public sealed class DefinitionValidationTests
{
    private const string Dear = """{"type":"object","properties":{"tags":{"type":"array","items":{"type":"string"},"x-kubernetes-validations":[{"rule":"self.all(x, x.contains('gpu'))","message":"m"}]}}}""";
    private const string Cheap = """{"type":"object"}""";

    [Fact]
    public void New_definition_is_held_to_the_limits()
    {
        var errors = Errors(Definition(("v1", Dear)), null);

        Assert.Contains(errors, e => e.StartsWith("spec.validation.openAPIV3Schema.properties[tags].x-kubernetes-validations[0].rule: Forbidden: estimated rule cost exceeds budget", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("spec.validation.openAPIV3Schema: Forbidden: x-kubernetes-validations estimated rule cost total", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_that_was_stored_is_held_to_the_limit_of_all_rules_alone()
    {
        var errors = Errors(Definition(("v1", Dear)), Definition(("v1", Dear)));

        Assert.DoesNotContain(errors, e => e.Contains("estimated rule cost exceeds", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("estimated rule cost total", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_that_changed_anywhere_is_held_to_the_limit_of_each_rule()
    {
        var changed = Dear.Replace("\"message\":\"m\"", "\"message\":\"n\"", StringComparison.Ordinal);

        Assert.Contains(Errors(Definition(("v1", changed)), Definition(("v1", Dear))), e => e.Contains("estimated rule cost exceeds", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_of_each_version_is_compared_with_its_own()
    {
        var errors = Errors(Definition(("v1", Dear), ("v2", Cheap), ("v3", Dear)), Definition(("v1", Dear), ("v2", Cheap)));

        Assert.DoesNotContain(errors, e => e.StartsWith("spec.versions[0]", StringComparison.Ordinal) && e.Contains("estimated rule cost exceeds", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.StartsWith("spec.versions[2]", StringComparison.Ordinal) && e.Contains("estimated rule cost exceeds", StringComparison.Ordinal));
    }

    [Fact]
    public void Schema_that_all_versions_shared_is_that_of_a_new_version_too() => Assert.All(
        Errors(Definition(("v1", Cheap), ("v2", Dear)), Definition(("v1", Dear))), e => Assert.DoesNotContain("estimated rule cost exceeds", e, StringComparison.Ordinal));

    private static List<string> Errors(JsonObject definition, JsonObject? existing) => [.. DefinitionValidation.Check(definition, existing).Select(e => e.ToString())];

    private static JsonObject Definition(params (string Name, string Schema)[] versions)
    {
        var written = versions.Select((v, i) => $$$"""{"name":"{{{v.Name}}}","served":true,"storage":{{{(i == 0 ? "true" : "false")}}},"schema":{"openAPIV3Schema":{{{v.Schema}}}}}""");
        return JsonNode.Parse($$$"""
            {"metadata":{"name":"things.example.com"},"spec":{"group":"example.com","scope":"Cluster","names":{"kind":"Thing","listKind":"ThingList","plural":"things","singular":"thing"},"versions":[{{{string.Join(',', written)}}}]}}
            """)!.AsObject();
    }
}
