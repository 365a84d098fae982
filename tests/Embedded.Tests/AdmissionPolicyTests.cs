namespace Daytwo.Embedded.Tests;

/// <summary>Admission policies in the embedded API; that their texts are the real ones is tested by replaying scripts against both.</summary>
public sealed class AdmissionPolicyTests
{
    private const string Policies = "/apis/admissionregistration.k8s.io/v1/";
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public void Policy_decides_from_the_moment_its_binding_is_written_to_the_moment_it_is_deleted()
    {
        using var api = new EmbeddedApi();
        var client = new ApiClient(api);
        client.Post(Policies + "validatingadmissionpolicies", """
            {"metadata":{"name":"p"},"spec":{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]},
             "validations":[{"expression":"object.data.size != '9'","message":"nine"}]}}
            """);
        Assert.Equal(201, client.Send("POST", ConfigMaps + "?dryRun=All", Map("a", "9")).Code);

        client.Post(Policies + "validatingadmissionpolicybindings", """{"metadata":{"name":"b"},"spec":{"policyName":"p","validationActions":["Deny"]}}""");
        var denied = client.Send("POST", ConfigMaps, Map("a", "9"));
        Assert.Equal(422, denied.Code);
        Assert.Equal("configmaps \"a\" is forbidden: ValidatingAdmissionPolicy 'p' with binding 'b' denied request: nine", (string?)denied.Body["message"]);
        Assert.Equal(201, client.Send("POST", ConfigMaps, Map("a", "8")).Code);

        client.Delete(Policies + "validatingadmissionpolicybindings/b");
        Assert.Equal(201, client.Send("POST", ConfigMaps, Map("b", "9")).Code);
    }

    [Fact]
    public void Policy_and_binding_decide_as_they_were_written_last()
    {
        using var api = new EmbeddedApi();
        var client = new ApiClient(api);
        client.Post(Policies + "validatingadmissionpolicies", """
            {"metadata":{"name":"p"},"spec":{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]},
             "validations":[{"expression":"object.data.size != '9'"}]}}
            """);
        client.Post(Policies + "validatingadmissionpolicybindings", """{"metadata":{"name":"b"},"spec":{"policyName":"p","validationActions":["Deny"]}}""");
        Assert.Equal(422, client.Send("POST", ConfigMaps + "?dryRun=All", Map("a", "9")).Code);

        client.MergePatch(Policies + "validatingadmissionpolicies/p", """{"spec":{"validations":[{"expression":"object.data.size != '8'"}]}}""");
        Assert.Equal(201, client.Send("POST", ConfigMaps + "?dryRun=All", Map("a", "9")).Code);
        Assert.Equal(422, client.Send("POST", ConfigMaps + "?dryRun=All", Map("a", "8")).Code);

        client.MergePatch(Policies + "validatingadmissionpolicybindings/b", """{"spec":{"validationActions":["Warn"]}}""");
        Assert.Equal(201, client.Send("POST", ConfigMaps + "?dryRun=All", Map("a", "8")).Code);
    }

    [Fact]
    public void Deletion_of_a_collection_is_a_request_without_a_name_for_each_object()
    {
        using var api = new EmbeddedApi();
        var client = new ApiClient(api);
        client.Post(ConfigMaps, Map("a", "1"));
        client.Post(Policies + "validatingadmissionpolicies", """
            {"metadata":{"name":"p"},"spec":{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["DELETE"],"resources":["configmaps"]}]},
             "validations":[{"expression":"request.name == 'a'","message":"not by its name"}]}}
            """);
        client.Post(Policies + "validatingadmissionpolicybindings", """{"metadata":{"name":"b"},"spec":{"policyName":"p","validationActions":["Deny"]}}""");

        var denied = client.Send("DELETE", ConfigMaps);
        Assert.Equal(422, denied.Code);
        Assert.StartsWith("configmaps \"Unknown\" is forbidden", (string?)denied.Body["message"], StringComparison.Ordinal);
        Assert.Equal(200, client.Send("DELETE", $"{ConfigMaps}/a").Code);
    }

    [Fact]
    public void Mutation_is_stored_and_owned_by_nobody()
    {
        using var api = new EmbeddedApi();
        var client = new ApiClient(api);
        client.Post(Policies + "mutatingadmissionpolicies", """
            {"metadata":{"name":"p"},"spec":{"reinvocationPolicy":"Never","matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]},
             "mutations":[{"patchType":"ApplyConfiguration","applyConfiguration":{"expression":"Object{data: {'team': 'red'}}"}}]}}
            """);
        client.Post(Policies + "mutatingadmissionpolicybindings", """{"metadata":{"name":"b"},"spec":{"policyName":"p"}}""");

        client.Post(ConfigMaps, Map("a", "1"));
        var stored = client.Get(ConfigMaps + "/a");

        Assert.Equal("red", (string?)stored["data"]!["team"]);
        Assert.DoesNotContain("f:team", stored["metadata"]!["managedFields"]!.ToJsonString(), StringComparison.Ordinal);
    }

    private static string Map(string name, string size) => $$$"""{"metadata":{"name":"{{{name}}}"},"data":{"size":"{{{size}}}"}}""";
}
