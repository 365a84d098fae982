using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;

namespace Daytwo.Runtime.Finalizers;

/// <summary>
/// Puts a finalizer on objects and takes it off. Each is one JSON patch that tests what it relies on, so that it can neither
/// touch another object of the same name nor lose a finalizer that someone else put there meanwhile.
/// </summary>
/// <param name="name">Qualified, such as <c>daytwo.dev/snapshots</c>.</param>
public sealed class Finalizer(string name)
{
    public string Name { get; } = name;

    public bool IsOn(IObject value) => value.Metadata.Finalizers?.Contains(Name) == true;

    /// <summary>Puts it on. A failed test answers Invalid: the object changed meanwhile; observe again.</summary>
    public ValueTask<ApiResult<T>> Add<T>(KubernetesClient client, Resource<T> resource, T value, CancellationToken ct) where T : class, IObject
    {
        var meta = value.Metadata;
        var operations = new List<JsonPatchOperation> { SameObject(meta) };
        if (meta.Finalizers is { Count: > 0 } present)
        {
            operations.Add(JsonPatchOperation.Test("/metadata/finalizers", ToJson(present)));
            operations.Add(JsonPatchOperation.Add("/metadata/finalizers/-", Name));
        }
        else
        {
            operations.Add(JsonPatchOperation.Test("/metadata/resourceVersion", meta.ResourceVersion));
            operations.Add(JsonPatchOperation.Add("/metadata/finalizers", ToJson([Name])));
        }

        return client.JsonPatch(resource, meta.Namespace, meta.Name, operations, null, ct);
    }

    /// <summary>Takes it off, which lets the API delete a terminating object. NotFound means someone else did.</summary>
    public ValueTask<ApiResult<T>> Remove<T>(KubernetesClient client, Resource<T> resource, T value, CancellationToken ct) where T : class, IObject
    {
        var meta = value.Metadata;
        var index = meta.Finalizers?.ToList().IndexOf(Name) ?? -1;
        if (index < 0)
        {
            throw new ArgumentException($"{meta.Name} does not carry the finalizer {Name}; ask IsOn first.", nameof(value));
        }

        var path = $"/metadata/finalizers/{index}";
        JsonPatchOperation[] operations = [SameObject(meta), JsonPatchOperation.Test(path, Name), JsonPatchOperation.Remove(path)];
        return client.JsonPatch(resource, meta.Namespace, meta.Name, operations, null, ct);
    }

    private static JsonPatchOperation SameObject(ObjectMeta meta) => JsonPatchOperation.Test("/metadata/uid", meta.Uid);

    private static JsonArray ToJson(IReadOnlyList<string> finalizers) => new([.. finalizers.Select(f => (JsonNode)JsonValue.Create(f))]);
}
