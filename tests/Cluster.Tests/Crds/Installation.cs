using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>An apiserver with the kinds installed, and ways to ask it.</summary>
internal sealed record Installation(ApiServer Api, Kubectl Kubectl, HttpClient Http)
{
    private const string Own = "/apis/daytwo.dev/v1alpha1/";
    private const string Backups = Own + "etcdbackups";
    /// <summary>Where no rule that another test has put in force is asked.</summary>
    private const string CronJobs = "/apis/batch/v1/namespaces/kube-system/cronjobs";

    /// <summary>Creates an object of one of our kinds; only pretends to unless told otherwise.</summary>
    public Task<Answer> Create(JsonNode value, bool dryRun = true) =>
        Send(HttpMethod.Post, $"{Own}{((string)value["kind"]!).ToLowerInvariant()}s{Query(dryRun)}", value, "application/json");

    /// <summary>Pretends to change a stored EtcdBackup by a merge patch.</summary>
    public Task<Answer> Change(string name, JsonNode patch) =>
        Send(HttpMethod.Patch, $"{Backups}/{name}{Query(true)}", patch, "application/merge-patch+json");

    public Task<Answer> Delete(string name) => Send(HttpMethod.Delete, $"{Backups}/{name}", null, "application/json");

    /// <summary>What the apiserver says about a CronJob, the model for schedules and time zones.</summary>
    public Task<Answer> CreateCronJob(JsonNode cronJob) => Send(HttpMethod.Post, CronJobs + Query(true), cronJob, "application/json");

    private static string Query(bool dryRun) => "?fieldValidation=Strict" + (dryRun ? "&dryRun=All" : "");

    /// <summary>Sends any request, as a member of system:masters.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, JsonNode? body, string mediaType)
    {
        var ct = TestContext.Current.CancellationToken;
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, mediaType);
        using var response = await Http.SendAsync(request, ct);
        var warnings = response.Headers.NonValidated.TryGetValues("Warning", out var texts) ? texts.ToArray() : [];
        return new Answer((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(ct))!) { Warnings = warnings };
    }
}
