using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Yaml;
using Daytwo.Webhooks.Configurations;

namespace Daytwo.Cli.Manifests;

/// <summary>Applies YAML manifests of the kinds that local clusters need, as <c>kubectl apply --server-side</c> does.</summary>
internal sealed class ManifestApplier(KubernetesClient client, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly ApplyRequest Request = new("daytwo-local") { Force = true };

    private static readonly ResourceType[] Types =
    [
        Namespace.Resource.Type, Secret.Resource.Type, CustomResourceDefinition.Resource.Type, Kinds.EtcdBackups.Type, Kinds.AdmissionRules.Type,
        ConfigurationKinds.Validating.Type, ConfigurationKinds.Mutating.Type,
    ];

    /// <summary>Applies every document in order and returns <c>kind/name</c> of each.</summary>
    /// <exception cref="ApiErrorException">The API refuses one.</exception>
    public async Task<IReadOnlyList<string>> Apply(string yaml, string name, CancellationToken ct)
    {
        var applied = new List<string>();
        foreach (var document in YamlReader.ReadAll(yaml, name))
        {
            var kind = (string?)document["kind"];
            var type = Array.Find(Types, t => t.Kind == kind) ?? throw new CliException($"{name}: this command applies no objects of kind '{kind}'");
            var metadata = document["metadata"]!;
            var result = await client.Apply(
                new Resource<PartialObject>(type, ManifestJson.Default.PartialObject), (string?)metadata["namespace"], (string)metadata["name"]!, document, ManifestJson.Default.JsonNode, Request, ct);
            var made = result.Required();
            applied.Add($"{kind!.ToLowerInvariant()}/{made.Metadata.Name}");
        }

        return applied;
    }

    /// <summary>Applies the CustomResourceDefinitions this program carries and waits until their kinds are served.</summary>
    public async Task ApplyKinds(CancellationToken ct)
    {
        await Apply(CrdManifests.Yaml, "the program's CustomResourceDefinitions", ct);
        while (!await IsServed(Kinds.EtcdBackups, ct) || !await IsServed(Kinds.EtcdSnapshots, ct) || !await IsServed(Kinds.AdmissionRules, ct) || !await IsServed(Kinds.RuleExceptions, ct))
        {
            await Task.Delay(Pause, time, ct);
        }
    }

    private async Task<bool> IsServed<T>(Resource<T> kind, CancellationToken ct) where T : class, IObject =>
        (await client.List(kind, new ListRequest { Limit = 1 }, ct)).Succeeded(out _);
}
