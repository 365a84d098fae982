using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Embedded;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>The embedded API logs of writes, and of what policies and webhooks say of them, what the real one logs.</summary>
public sealed partial class AuditLogParityTests
{
    private const string Admission = "/apis/admissionregistration.k8s.io/v1";
    private const string Maps = "/api/v1/namespaces/noted/configmaps";

    /// <summary>The policy that logs writes only, each once.</summary>
    private const string AuditPolicy = """
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        rules: [{level: Metadata, verbs: [create, update, patch, delete, deletecollection]}]
        """;

    private const string Rules = """[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE","UPDATE","DELETE"],"resources":["configmaps"]}]""";
    private const string Here = """{"matchLabels":{"kubernetes.io/metadata.name":"noted"}}""";

    private static readonly (string Path, string Body)[] Setup =
    [
        ("/api/v1/namespaces", """{"metadata":{"name":"noted"}}"""),
        ($"{Admission}/validatingadmissionpolicies", $$$$"""
            {"metadata":{"name":"told.example.com"},"spec":{"matchConstraints":{"namespaceSelector":{{{{Here}}}},"resourceRules":{{{{Rules}}}}},
             "validations":[{"expression":"request.operation == 'DELETE' || !has(object.data) || object.data.a == 'good'","message":"a is <not> good"},{"expression":"request.operation == 'DELETE' || !has(object.data) || object.data.a == 'fine' || object.data.a == 'good'","message":"nor fine"}],
             "auditAnnotations":[{"key":"of","valueExpression":"request.operation == 'DELETE' ? '' : object.metadata.name + ' & more'"}]}}
            """),
        ($"{Admission}/validatingadmissionpolicybindings", """{"metadata":{"name":"told.example.com"},"spec":{"policyName":"told.example.com","validationActions":["Warn","Audit"]}}"""),
        ($"{Admission}/validatingadmissionpolicies", $$$$"""
            {"metadata":{"name":"denied.example.com"},"spec":{"matchConstraints":{"namespaceSelector":{{{{Here}}}},"resourceRules":{{{{Rules}}}}},
             "validations":[{"expression":"request.name != 'denied'","message":"no","reason":"Forbidden"}]}}
            """),
        ($"{Admission}/validatingadmissionpolicybindings", """{"metadata":{"name":"denied.example.com"},"spec":{"policyName":"denied.example.com","validationActions":["Deny"]}}"""),
        ($"{Admission}/validatingwebhookconfigurations", $$$$"""
            {"metadata":{"name":"noting.example.com"},"webhooks":[{"name":"noting.example.com","sideEffects":"None","admissionReviewVersions":["v1"],"namespaceSelector":{{{{Here}}}},
             "rules":{{{{Rules}}}},"clientConfig":{"url":"{webhook}/as/annotate","caBundle":"{ca}"}}]}
            """),
    ];

    private static readonly (string Method, string Path, string? Type, string? Body)[] Requests =
    [
        ("POST", Maps, null, """{"metadata":{"name":"one"},"data":{"a":"good"}}"""),
        ("POST", Maps, null, """{"metadata":{"name":"one"},"data":{"a":"good"}}"""),
        ("POST", $"{Maps}?fieldManager=somebody&dryRun=All", null, """{"metadata":{"name":"two","namespace":"noted"},"data":{"a":"bad"}}"""),
        ("POST", Maps, null, """{"metadata":{"generateName":"made-"},"data":{"a":"bad"}}"""),
        ("POST", Maps, null, """{"metadata":{"name":"denied"},"data":{"a":"bad"}}"""),
        ("POST", Maps, null, """{"metadata":{"name":"Odd Name"}}"""),
        ("POST", Maps, null, """{"metadata":"""),
        ("GET", $"{Maps}/one", null, null),
        ("PUT", $"{Maps}/one", null, """{"metadata":{"name":"one"},"data":{"a":"worse"}}"""),
        ("PUT", $"{Maps}/one", null, """{"metadata":{"name":"one","uid":"00000000-0000-4000-8000-000000000000","resourceVersion":"1"},"data":{"a":"worse"}}"""),
        ("PATCH", $"{Maps}/one", "application/merge-patch+json", """{"data":{"a":"good"}}"""),
        ("PATCH", $"{Maps}/three?fieldManager=m", "application/apply-patch+yaml", """{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"three"},"data":{"a":"bad"}}"""),
        ("PATCH", $"{Maps}/none", "application/merge-patch+json", """{"data":{"a":"good"}}"""),
        ("DELETE", $"{Maps}/one", null, null),
        ("DELETE", $"{Maps}/one", null, null),
        ("DELETE", $"{Maps}?labelSelector=none", null, null),
        ("DELETE", Maps, null, null),
        ("PATCH", "/api/v1/namespaces/noted", "application/merge-patch+json", """{"metadata":{"labels":{"a":"b"}}}"""),
        ("POST", "/api/v1/namespaces/noted/serviceaccounts", null, """{"metadata":{"name":"robot"}}"""),
        ("DELETE", "/api/v1/namespaces/noted/serviceaccounts", null, null),
        ("POST", "/apis/apps/v1/namespaces/noted/deployments", null, """
            {"metadata":{"name":"web"},"spec":{"selector":{"matchLabels":{"a":"b"}},"template":{"metadata":{"labels":{"a":"b"}},"spec":{"containers":[{"name":"c","image":"i"}]}}}}
            """),
        ("PATCH", "/apis/apps/v1/namespaces/noted/deployments/web/scale", "application/merge-patch+json", """{"spec":{"replicas":2}}"""),
        ("DELETE", "/apis/apps/v1/namespaces/noted/deployments/web", null, """{"propagationPolicy":"Background"}"""),
        ("POST", "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", null, """{"spec":{"nonResourceAttributes":{"path":"/","verb":"get"}}}"""),
    ];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Embedded_logs_writes_as_the_real_one()
    {
        var programs = new[] { "etcd", "kube-apiserver" }.Select(name => Programs.Require(name)).ToArray();
        using var folder = new ScratchFolder();
        var (log, policy) = (Path.Combine(folder.Path, "audit.log"), Path.Combine(folder.Path, "audit-policy.yaml"));
        await File.WriteAllTextAsync(policy, AuditPolicy, Ct);
        await using var webhook = new ScriptedWebhook();
        await using var etcd = await EtcdCluster.Start(programs[0], folder.Path, 1, TimeProvider.System, Ct);
        await using var api = await ApiServer.Start(
            programs[1], etcd, folder.Path, TimeProvider.System, Ct, extra: [$"--audit-policy-file={policy}", $"--audit-log-path={log}", "--audit-log-mode=blocking-strict"]);
        using var http = InstalledKinds.Client(api);
        using var embeddedLog = new StringWriter();
        using var embedded = new EmbeddedApi(new EmbeddedApiOptions { ServiceAccounts = false, AuditLog = embeddedLog });

        foreach (var (path, body) in Setup)
        {
            var sent = body.Replace("{webhook}", webhook.Url, StringComparison.Ordinal).Replace("{ca}", webhook.CaBundle, StringComparison.Ordinal);
            Assert.Equal((201, 201), (await Real(http, "POST", path, null, sent, "setup"), Embedded(embedded, "POST", path, null, sent, "setup")));
        }

        await InForce(http, log);
        var codes = new List<(int Real, int Embedded)>();
        foreach (var (method, path, type, body) in Requests)
        {
            codes.Add((await Real(http, method, path, type, body, "compared"), Embedded(embedded, method, path, type, body, "compared")));
        }

        Assert.All(codes, code => Assert.Equal(code.Real, code.Embedded));
        var (wanted, got) = (Events(await File.ReadAllTextAsync(log, Ct)), Events(embeddedLog.ToString()));
        Assert.True(wanted == got, LineDifference.Between(wanted, got));
        foreach (var expected in (string[])["validation_failure", "told.example.com/of", "noting.example.com/noted"])
        {
            Assert.Contains(expected, got, StringComparison.Ordinal);
        }
    }

    /// <summary>Waits until the apiserver knows both policies and the webhook: none is asked the moment it was made.</summary>
    private static Task InForce(HttpClient http, string log) => Eventually.True(async () =>
    {
        await Real(http, "POST", $"{Maps}?dryRun=All", null, """{"metadata":{"name":"denied"},"data":{"a":"bad"}}""", "probe");
        await Real(http, "POST", $"{Maps}?dryRun=All", null, """{"metadata":{"name":"probe"},"data":{"a":"bad"}}""", "probe");
        var lines = (await File.ReadAllLinesAsync(log, Ct)).Where(line => line.Contains("\"probe\"", StringComparison.Ordinal)).TakeLast(2).ToList();
        return lines[0].Contains("denied.example.com", StringComparison.Ordinal) && lines[1].Contains("told.example.com/of", StringComparison.Ordinal) && lines[1].Contains("noting.example.com/noted", StringComparison.Ordinal);
    });

    private static async Task<int> Real(HttpClient http, string method, string path, string? type, string? body, string agent)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type ?? "application/json") };
        request.Headers.UserAgent.ParseAdd(agent);
        using var response = await http.SendAsync(request, Ct);
        return (int)response.StatusCode;
    }

    private static int Embedded(EmbeddedApi api, string method, string path, string? type, string? body, string agent)
    {
        var request = new ApiRequest(new HttpMethod(method), path) { Body = body is null ? default : Encoding.UTF8.GetBytes(body), ContentType = body is null ? null : type ?? "application/json" };
        return api.Handle(request, Caller.Administrator(agent)).StatusCode;
    }

    /// <summary>The events of the requests that are compared, without what differs from run to run, and where callers come from.</summary>
    private static string Events(string log)
    {
        var told = new StringBuilder();
        foreach (var entry in log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).Where(entry => (string?)entry["userAgent"] == "compared"))
        {
            foreach (var field in (string[])["auditID", "sourceIPs", "requestReceivedTimestamp", "stageTimestamp"])
            {
                Assert.True(entry.Remove(field) || field == "sourceIPs", field);
            }

            entry["user"] = ((string?)entry["user"]!["username"])!.Length > 0 ? "somebody" : "";
            told.AppendLine(entry.ToJsonString(Indented));
        }

        return Made().Replace(told.ToString(), "MADE");
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?<=made-)[a-z0-9]{5}", RegexOptions.ExplicitCapture)]
    private static partial Regex Made();
}
