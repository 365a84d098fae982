using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Proof.Sandbox;

/// <summary>
/// Objects made for one run: each is labelled, remembered with its UID, and removed with exactly that UID, newest first. What others made
/// is never touched.
/// </summary>
public sealed class MadeObjects(KubernetesClient client, string run)
{
    /// <summary>The label on everything made; its value is the run.</summary>
    public const string RunLabel = ComparedCopy.Label;

    private static readonly TimeSpan RemovalLimit = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Stack<(ResourceType Type, string? Namespace, string Name, string Uid)> _made = [];

    /// <summary>Creates an object.</summary>
    /// <exception cref="ProofException">The API refuses it; the message says why.</exception>
    public async Task<DynamicObject> Create(ResourceType type, string? ns, JsonObject json, CancellationToken ct)
    {
        var body = json.DeepClone().AsObject();
        body.Within("metadata").Within("labels")[RunLabel] = run;
        var answer = await client.Create(DynamicObject.Resource(type), ns, body, KubernetesJson.Default.JsonObject, ct);
        if (!answer.Succeeded(out var made))
        {
            throw new ProofException($"the API refuses {type.Kind} {body.Text("metadata", "name")}: {answer.Error.Message}");
        }

        lock (_gate)
        {
            _made.Push((type, ns, made.Metadata.Name, made.Metadata.Uid));
        }

        return made;
    }

    /// <summary>Removes everything, also when the run was interrupted.</summary>
    /// <returns>What could not be removed, and why.</returns>
    public Task<IReadOnlyList<string>> RemoveAll(TimeProvider time) => Remove(0, time);

    /// <summary>Removes everything but the first so many: what comes next must not meet it.</summary>
    /// <exception cref="ProofException">Something cannot be removed; the message names all of it.</exception>
    public async Task RemoveAllAfter(int keep, TimeProvider time)
    {
        if (await Remove(keep, time) is { Count: > 0 } left)
        {
            throw new ProofException($"what was made cannot be removed; it has the label {RunLabel}: {string.Join("; ", left)}");
        }
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _made.Count;
            }
        }
    }

    private async Task<IReadOnlyList<string>> Remove(int keep, TimeProvider time)
    {
        using var limit = new CancellationTokenSource(RemovalLimit, time);
        var left = new List<string>();
        while (Next(keep) is { } item)
        {
            try
            {
                var answer = await client.Delete(item.Type, item.Namespace, item.Name, new Precondition(item.Uid, null), PropagationPolicy(item.Type), limit.Token);
                if (answer.Error is { Kind: not (ApiErrorKind.NotFound or ApiErrorKind.Conflict) } error)
                {
                    left.Add($"{item.Type.Kind} {item.Name}: {error.Message}");
                }
            }
            catch (Exception e) when (e is Kubernetes.Transport.ApiUnreachableException or OperationCanceledException)
            {
                left.Add($"{item.Type.Kind} {item.Name}: {e.Message}");
            }
        }

        return left;
    }

    private static Kubernetes.Requests.PropagationPolicy PropagationPolicy(ResourceType type) =>
        type.Kind == "Job" ? Kubernetes.Requests.PropagationPolicy.Background : Kubernetes.Requests.PropagationPolicy.Unset;

    private (ResourceType Type, string? Namespace, string Name, string Uid)? Next(int keep)
    {
        lock (_gate)
        {
            return _made.Count > keep ? _made.Pop() : null;
        }
    }
}
