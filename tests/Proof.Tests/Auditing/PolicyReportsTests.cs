using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Proof.Auditing;

namespace Daytwo.Proof.Tests.Auditing;

public sealed class PolicyReportsTests
{
    private static readonly AuditedObject About = new("v1", "Pod", "web", "a", "u-1");

    [Fact]
    public void Result_names_rule_object_and_time()
    {
        var report = Assert.Single(PolicyReports.Of(Audit(new AuditSection("web", new AuditCounts(7, 1, 0, 0, 0), [Result("bad") with { Severity = "high", Category = "Images" }], 0))));
        Assert.True(JsonNode.DeepEquals(report, JsonNode.Parse("""
            {"apiVersion":"wgpolicyk8s.io/v1alpha2","kind":"PolicyReport",
             "metadata":{"name":"daytwo-audit","namespace":"web","labels":{"app.kubernetes.io/managed-by":"daytwo"}},
             "summary":{"pass":7,"fail":1,"warn":0,"error":0,"skip":0},
             "results":[{"source":"daytwo","policy":"no-latest-tag","rule":"validations[0]","result":"fail","message":"bad","category":"Images","severity":"high",
               "timestamp":{"seconds":60,"nanos":0},"resources":[{"apiVersion":"v1","kind":"Pod","namespace":"web","name":"a","uid":"u-1"}]}]}
            """)), report.ToJsonString());
    }

    [Fact]
    public void What_has_no_namespace_goes_to_a_cluster_report()
    {
        var reports = PolicyReports.Of(Audit(
            new AuditSection(null, new AuditCounts(0, 0, 0, 0, 1), [new AuditResult("r", null, AuditOutcome.Skip, "why", null)], 0), new AuditSection("web", new AuditCounts(1, 0, 0, 0, 0), [], 0))).ToList();
        Assert.Equal(["ClusterPolicyReport", "PolicyReport"], reports.Select(report => (string?)report["kind"]));
        Assert.Null(reports[0]["metadata"]!["namespace"]);
        Assert.Null(reports[0]["results"]![0]!["resources"]);
    }

    [Fact]
    public void Severity_that_reports_do_not_know_is_left_out() =>
        Assert.Null(PolicyReports.Of(Audit(new AuditSection("web", AuditCounts.None with { Fail = 1 }, [Result("bad") with { Severity = "urgent" }], 0))).Single()["results"]![0]!["severity"]);

    [Fact]
    public void Report_of_huge_messages_stays_below_what_etcd_takes_and_says_what_is_missing()
    {
        var results = Enumerable.Range(0, 3000).Select(_ => Result(new string('ä', 1000))).ToList();
        var report = PolicyReports.Of(Audit(new AuditSection("web", AuditCounts.None with { Fail = 3010 }, results, 10))).Single();
        Assert.InRange(Encoding.UTF8.GetByteCount(report.ToJsonString()), 500_000, 1_100_000);
        Assert.Equal(3010, int.Parse((string)report["metadata"]!["annotations"]!["daytwo.dev/results-left-off"]!, System.Globalization.CultureInfo.InvariantCulture) + report["results"]!.AsArray().Count);
    }

    private static AuditResult Result(string message) => new("no-latest-tag", "validations[0]", AuditOutcome.Fail, message, About);

    private static AuditReport Audit(params AuditSection[] sections) => new(DateTimeOffset.FromUnixTimeSeconds(60), 1, 1, AuditCounts.None, [], sections);
}
