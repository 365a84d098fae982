using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Embedded;
using Daytwo.Kubernetes.Transport;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>Bad and good objects of our own kinds get the same answer from the embedded API as from the real one, to the last letter.</summary>
public sealed class CrdRuleParityTests(InstalledKinds kinds)
{
    private static readonly Caller Administrator = Caller.Administrator("crds-tests");

    [Fact]
    public async Task Backup_of_a_case_is_answered_alike() =>
        await Compare(InputCase.All.Values.Select(item =>
        {
            var good = item.OneOff ? SampleBackup.OneOff("case") : SampleBackup.Scheduled("case");
            return new Question(item.Name, item.Update ? good : null, item.Update ? good : SampleBackup.Merge(good, new JsonObject { ["spec"] = item.Spec.DeepClone() }), item.Update ? item.Spec : null);
        }));

    [Fact]
    public async Task Rule_of_a_case_is_answered_alike() =>
        await Compare(RuleInputTests.All.Select(item => new Question(item.Name, null, item.Value, null)));

    private async Task Compare(IEnumerable<Question> questions)
    {
        var installation = await kinds.Get();
        using var embedded = Installed();
        var differences = new StringBuilder();
        foreach (var question in questions)
        {
            var path = $"/apis/daytwo.dev/v1alpha1/{((string)question.Value["kind"]!).ToLowerInvariant()}s";
            if (question.Existing is { } existing)
            {
                await installation.Send(HttpMethod.Post, path, existing, "application/json");
                Ask(embedded, HttpMethod.Post, path, existing, "application/json");
            }

            var (method, target, body, type) = question.Change is { } spec
                ? (HttpMethod.Patch, $"{path}/case?dryRun=All&fieldValidation=Strict", new JsonObject { ["spec"] = spec.DeepClone() }, "application/merge-patch+json")
                : (HttpMethod.Post, $"{path}?dryRun=All&fieldValidation=Strict", question.Value, "application/json");
            var real = Masked(await installation.Send(method, target, body, type));
            var ours = Masked(Ask(embedded, method, target, body, type));
            if (real != ours)
            {
                differences.AppendLine().AppendLine(question.Name).AppendLine(LineDifference.Between(real, ours));
            }

            if (question.Existing is not null)
            {
                await installation.Delete("case");
                Ask(embedded, HttpMethod.Delete, $"{path}/case", null, "application/json");
            }
        }

        Assert.True(differences.Length == 0, differences.ToString());
    }

    private static string Masked(Answer answer) => $"{answer.Code}\n{string.Join('\n', answer.Warnings)}\n{AnswerMask.Of(WithoutManagers(answer.Body).ToJsonString())}";

    private static JsonNode WithoutManagers(JsonNode body)
    {
        (body["metadata"] as JsonObject)?.Remove("managedFields");
        return body;
    }

    private static EmbeddedApi Installed()
    {
        var api = new EmbeddedApi(new EmbeddedApiOptions { ServiceAccounts = false });
        foreach (var file in Directory.GetFiles(Repository.Path("config", "crd"), "*.yaml").Where(f => !f.Contains("kustomization", StringComparison.Ordinal)))
        {
            foreach (var definition in YamlReader.ReadAll(File.ReadAllText(file), file))
            {
                var answer = Ask(api, HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions", definition, "application/json");
                Assert.True(answer.Accepted, answer.Message);
            }
        }

        return api;
    }

    private static Answer Ask(EmbeddedApi api, HttpMethod method, string path, JsonNode? body, string type)
    {
        var request = new ApiRequest(method, path) { Body = Encoding.UTF8.GetBytes(body?.ToJsonString() ?? ""), ContentType = type, Accept = "application/json" };
        var response = api.Handle(request, Administrator);
        using var reader = new StreamReader(response.Body);
        return new Answer(response.StatusCode, JsonNode.Parse(reader.ReadToEnd())!) { Warnings = [.. response.Warnings] };
    }

    /// <param name="Existing">What is stored first; null when nothing is.</param>
    /// <param name="Change">The change of its spec; null when <paramref name="Value"/> is created.</param>
    private sealed record Question(string Name, JsonObject? Existing, JsonObject Value, JsonObject? Change);
}
