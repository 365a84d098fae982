using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Tests.Admission;

/// <summary>What the status of a policy says of its expressions; that the real controller-manager says the same is tested against it.</summary>
public sealed class PolicyStatusTests
{
    private const string Policies = "/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies";

    private readonly ApiClient client = new(new EmbeddedApi());

    [Fact]
    public void Policy_that_fits_the_types_is_observed_without_warnings() =>
        Assert.Equal("""{"observedGeneration":1,"typeChecking":{}}""", Status(Deployments, "object.spec.replicas < 3").ToJsonString());

    [Fact]
    public void Field_that_no_such_object_has_is_told_with_its_place() => Assert.Equal(
        ("spec.validations[0].expression", "apps/v1, Kind=Deployment: ERROR: <input>:1:12: undefined field 'replica'\n | object.spec.replica < 3\n | ...........^\n"),
        Warning(Deployments, "object.spec.replica < 3"));

    [Fact]
    public void Each_kind_that_an_expression_does_not_fit_is_told_in_order() => Assert.Equal(
        "/v1, Kind=Pod: ERROR: <input>:1:7: undefined field 'no'\n | object.no == 1\n | ......^\n\napps/v1, Kind=Deployment: ERROR: <input>:1:7: undefined field 'no'\n | object.no == 1\n | ......^\n",
        Warning("""{"apiGroups":["apps",""],"apiVersions":["v1"],"operations":["*"],"resources":["pods","deployments"]}""", "object.no == 1").Text);

    [Theory]
    [InlineData("""{"apiGroups":["*"],"apiVersions":["v1"],"operations":["*"],"resources":["deployments"]}""")]
    [InlineData("""{"apiGroups":["apps"],"apiVersions":["v1"],"operations":["*"],"resources":["*"]}""")]
    [InlineData("""{"apiGroups":["apps"],"apiVersions":["v1"],"operations":["*"],"resources":["deployments/status"]}""")]
    public void Rule_that_names_no_kind_is_not_checked(string rule) => Assert.Empty(Status(rule, "object.no == 1")["typeChecking"]!.AsObject());

    [Fact]
    public void Objects_of_a_definition_are_typed_by_its_schema()
    {
        client.Post("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", """
            {"metadata":{"name":"things.example.com"},"spec":{"group":"example.com","names":{"kind":"Thing","plural":"things"},"scope":"Cluster","versions":[{"name":"v1","served":true,"storage":true,
             "schema":{"openAPIV3Schema":{"type":"object","properties":{"spec":{"type":"object","properties":{"size":{"type":"integer"}}}}}}}]}}
            """);

        var warning = Warning("""{"apiGroups":["example.com"],"apiVersions":["v1"],"operations":["*"],"resources":["things"]}""", "object.spec.size == 'x'").Text;

        Assert.Contains("example.com/v1, Kind=Thing: ERROR: <input>:1:18: found no matching overload for '_==_' applied to '(int, string)'", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Change_of_the_spec_is_observed_anew()
    {
        Status(Deployments, "object.no == 1");

        client.MergePatch(Policies + "/p", """{"spec":{"validations":[{"expression":"true"}]}}""");

        var policy = client.Get(Policies + "/p");
        Assert.Equal("""{"observedGeneration":2}""", policy["status"]!.ToJsonString());
        Assert.Equal("validatingadmissionpolicy-status Apply status", Writer(policy));
    }

    [Fact]
    public void Policy_with_variables_and_parameters_is_observed()
    {
        client.Post(Policies, """
            {"metadata":{"name":"p"},"spec":{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]},
             "paramKind":{"apiVersion":"v1","kind":"ConfigMap"},
             "variables":[{"name":"data","expression":"request.operation == 'DELETE' ? oldObject.data : object.data"},{"name":"size","expression":"int(variables.data.size)"}],
             "validations":[{"expression":"variables.size <= int(params.data.max)"}]}}
            """);

        Assert.Equal("""{"observedGeneration":1,"typeChecking":{}}""", client.Get(Policies + "/p")["status"]?.ToJsonString());
    }

    private const string Deployments = """{"apiGroups":["apps"],"apiVersions":["v1"],"operations":["*"],"resources":["deployments"]}""";

    private static string Writer(JsonObject policy) => policy["metadata"]!["managedFields"]!.AsArray()
        .Where(e => (string?)e!["subresource"] == "status").Select(e => $"{e!["manager"]} {e["operation"]} {e["subresource"]}").Single();

    private (string Field, string Text) Warning(string rule, string expression)
    {
        var warning = Assert.Single(Status(rule, expression)["typeChecking"]!["expressionWarnings"]!.AsArray())!;
        return ((string)warning["fieldRef"]!, (string)warning["warning"]!);
    }

    private JsonObject Status(string rule, string expression)
    {
        client.Post(Policies, $$$"""{"metadata":{"name":"p"},"spec":{"matchConstraints":{"resourceRules":[{{{rule}}}]},"validations":[{"expression":"{{{expression}}}"}]}}""");
        return client.Get(Policies + "/p")["status"]!.AsObject();
    }
}
