using System.Text.Json.Nodes;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Manifests;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cli.Demo;

/// <summary>Shows two rules at work, one as admission policy and one as webhook, by Deployments that break them.</summary>
internal sealed class DemoRules(KubernetesClient client, Surroundings around, params ChildProcess[] daytwo)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    private static readonly ApplyRequest DryRun = new("daytwo-demo") { DryRun = true };

    private static readonly Resource<PartialObject> Deployments =
        new(new ResourceType("apps", "v1", "deployments", "Deployment", Namespaced: true), ManifestJson.Default.PartialObject);

    /// <summary>Returns when both rules refused what they are made to refuse.</summary>
    /// <exception cref="CliException">The API took it.</exception>
    public async Task Show(CancellationToken ct)
    {
        await InForce(DemoManifests.TagRule, ct);
        await Refused("nginx:latest", ct);
        await InForce(DemoManifests.LimitRule, ct);
        await Refused("nginx:1.29", ct);
    }

    private async Task InForce(string name, CancellationToken ct)
    {
        while ((await client.Get(Kinds.AdmissionRules, null, name, ct)).Required() is { } rule)
        {
            if ((rule.Status.Conditions ?? []).Any(c => c is { Type: ConditionTypes.Ready, Status: "True" }))
            {
                Say($"{name,-20} in force: {rule.Spec.Outlet}");
                return;
            }

            if (Array.Find(daytwo, p => p.HasExited) is { } ended)
            {
                throw new CliException($"a part of daytwo ended; the end of its log:\n{ended.LogTail()}");
            }

            await Task.Delay(Pause, around.Time, ct);
        }
    }

    private async Task Refused(string image, CancellationToken ct)
    {
        var container = new JsonObject { ["name"] = "web", ["image"] = image };
        var deployment = new JsonObject
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "Deployment",
            ["metadata"] = new JsonObject { ["name"] = "web" },
            ["spec"] = new JsonObject
            {
                ["selector"] = new JsonObject { ["matchLabels"] = Labels() },
                ["template"] = new JsonObject { ["metadata"] = new JsonObject { ["labels"] = Labels() }, ["spec"] = new JsonObject { ["containers"] = new JsonArray(container) } },
            },
        };
        if ((await client.Apply(Deployments, "default", "web", deployment, ManifestJson.Default.JsonNode, DryRun, ct)).Error is not { } error)
        {
            throw new CliException($"a Deployment of {image} was admitted, which a rule should have refused");
        }

        Say($"kubectl create deployment web --image={image} --dry-run=server\n          {error.Message}");
    }

    private static JsonObject Labels() => new() { ["app"] = "web" };

    private void Say(string text) => around.Output.WriteLine($"{around.Time.GetLocalNow():HH:mm:ss}  {text}");
}
