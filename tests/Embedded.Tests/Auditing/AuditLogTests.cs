using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Tests.Auditing;

/// <summary>What the audit log is for; that its events are the real one's is tested by comparing logs of both.</summary>
public sealed class AuditLogTests
{
    private const string Maps = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public void Audit_log_has_an_event_for_each_write_and_none_for_reads()
    {
        using var log = new StringWriter();
        using var api = new EmbeddedApi(new EmbeddedApiOptions { AuditLog = log });
        var client = new ApiClient(api);

        client.Post(Maps, """{"metadata":{"name":"a"}}""");
        client.Get($"{Maps}/a");
        client.Delete($"{Maps}/a");
        client.Delete($"{Maps}/a");

        Assert.Equal(["create a 201", "delete a 200", "delete a 404"], Events(log).Select(e => $"{e["verb"]} {e["objectRef"]!["name"]} {e["responseStatus"]!["code"]}"));
    }

    [Fact]
    public void Audit_log_has_the_first_of_several_failures_as_the_real_one_has()
    {
        using var log = new StringWriter();
        using var api = new EmbeddedApi(new EmbeddedApiOptions { AuditLog = log });
        var client = new ApiClient(api);
        client.Post("/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies", """
            {"metadata":{"name":"p"},"spec":{"validations":[{"expression":"false","message":"first"},{"expression":"false","message":"second"}],
             "matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]}}}
            """);
        client.Post("/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings", """{"metadata":{"name":"b"},"spec":{"policyName":"p","validationActions":["Audit"]}}""");

        client.Post(Maps, """{"metadata":{"name":"a"}}""");

        var failures = JsonNode.Parse((string)Events(log).Last()["annotations"]!["validation.policy.admission.k8s.io/validation_failure"]!)!.AsArray();
        Assert.Equal("first", (string?)Assert.Single(failures)!["message"]);
    }

    [Fact]
    public void Audit_log_of_two_runs_with_one_seed_is_the_same()
    {
        var logs = Enumerable.Range(0, 2).Select(_ =>
        {
            using var log = new StringWriter();
            using var api = new EmbeddedApi(new EmbeddedApiOptions { AuditLog = log, Clock = new VirtualClock(), Random = new Random(3) });
            new ApiClient(api).Post(Maps, """{"metadata":{"generateName":"a-"}}""");
            return log.ToString();
        }).ToList();

        Assert.NotEmpty(logs[0]);
        Assert.Equal(logs[0], logs[1]);
    }

    private static IEnumerable<JsonNode> Events(StringWriter log) => log.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);
}
