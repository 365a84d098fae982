using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes;

/// <summary>The Kubernetes API, typed. Holds no state and may be used from any thread.</summary>
/// <remarks>
/// Refusals of the API are values (<see cref="ApiResult{T}.Error"/>). Exceptions are <see cref="ApiUnreachableException"/>
/// (no answer: try again; a write may have happened), <see cref="ApiProtocolException"/> (no answer of a Kubernetes API)
/// and cancellation. Nothing is retried here.
/// </remarks>
public sealed class KubernetesClient(IApiTransport transport)
{
    private const string JsonMediaType = "application/json";

    private readonly ApiExchange _exchange = new(transport);

    /// <summary>What the client speaks through, for requests it has no method for.</summary>
    public IApiTransport Transport { get; } = transport;

    public ValueTask<ApiResult<T>> Get<T>(Resource<T> resource, string? ns, string name, CancellationToken ct)
        where T : class, IObject =>
        _exchange.Object(new ApiRequest(HttpMethod.Get, resource.Type.Path(ns, name)), resource.Json, ct);

    /// <summary>One page; the next one has the same request with <see cref="ListRequest.Continue"/> set from this.</summary>
    public ValueTask<ApiResult<ListPage<T>>> List<T>(Resource<T> resource, ListRequest request, CancellationToken ct)
        where T : class, IObject =>
        _exchange.List(new ApiRequest(HttpMethod.Get, RequestPath.Of(resource.Type, request)), resource, ct);

    /// <summary>
    /// Events until the API ends the watch, which is usual after minutes and no failure; continue from the last
    /// <see cref="WatchEvent{T}.ResourceVersion"/>. A refusal, at the start or later, is one last event of type Error.
    /// </summary>
    public IAsyncEnumerable<WatchEvent<T>> Watch<T>(Resource<T> resource, WatchRequest request, CancellationToken ct)
        where T : class, IObject =>
        _exchange.Watch(new ApiRequest(HttpMethod.Get, RequestPath.Of(resource.Type, request)) { Streaming = true }, resource, ct);

    public ValueTask<ApiResult<T>> Create<T, TWrite>(
        Resource<T> resource, string? ns, TWrite body, JsonTypeInfo<TWrite> json, CancellationToken ct) where T : class, IObject =>
        Send(HttpMethod.Post, resource.Type.Path(ns), JsonMediaType, resource, body, json, ct);

    /// <summary>Asks what a create would answer: it is validated and admitted, with the warnings of both, but not stored.</summary>
    public ValueTask<ApiResult<T>> CreateDryRun<T, TWrite>(
        Resource<T> resource, string? ns, TWrite body, JsonTypeInfo<TWrite> json, CancellationToken ct) where T : class, IObject =>
        Send(HttpMethod.Post, resource.Type.Path(ns) + "?dryRun=All", JsonMediaType, resource, body, json, ct);

    /// <summary>Puts the whole object. With metadata.resourceVersion in the body, Conflict unless it is still that version.</summary>
    public ValueTask<ApiResult<T>> Replace<T, TWrite>(
        Resource<T> resource, string? ns, string name, TWrite body, JsonTypeInfo<TWrite> json, CancellationToken ct) where T : class, IObject =>
        Send(HttpMethod.Put, resource.Type.Path(ns, name), JsonMediaType, resource, body, json, ct);

    /// <summary>Server-side apply: fields in the body become owned and as said, fields owned before and now absent go.</summary>
    /// <remarks>It creates a missing object, unless the body has metadata.uid: then a missing or recreated one is Conflict.</remarks>
    public ValueTask<ApiResult<T>> Apply<T, TWrite>(
        Resource<T> resource, string? ns, string name, TWrite body, JsonTypeInfo<TWrite> json, ApplyRequest request, CancellationToken ct)
        where T : class, IObject
    {
        var path = new RequestPath(resource.Type.Path(ns, name, request.Subresource))
            .With("fieldManager", request.FieldManager)
            .With("force", request.Force)
            .With("dryRun", request.DryRun ? "All" : null);
        return Send(HttpMethod.Patch, path.ToString(), "application/apply-patch+yaml", resource, body, json, ct);
    }

    /// <summary>RFC 6902, all operations or none; a failed <c>test</c> is Invalid.</summary>
    public ValueTask<ApiResult<T>> JsonPatch<T>(
        Resource<T> resource, string? ns, string name, IReadOnlyList<JsonPatchOperation> operations, string? subresource, CancellationToken ct)
        where T : class, IObject
    {
        var request = new ApiRequest(HttpMethod.Patch, resource.Type.Path(ns, name, subresource)) { ContentType = "application/json-patch+json" };
        return _exchange.Object(request, operations, static (writer, all) =>
        {
            writer.WriteStartArray();
            foreach (var operation in all)
            {
                operation.WriteTo(writer);
            }

            writer.WriteEndArray();
        }, resource.Json, ct);
    }

    /// <summary>Deletes; Conflict when the precondition no longer holds.</summary>
    public ValueTask<ApiResult<DeleteOutcome>> Delete(ResourceType type, string? ns, string name, Precondition? precondition, CancellationToken ct) =>
        Delete(type, ns, name, precondition, PropagationPolicy.Unset, ct);

    /// <inheritdoc cref="Delete(ResourceType, string?, string, Precondition?, CancellationToken)"/>
    public async ValueTask<ApiResult<DeleteOutcome>> Delete(
        ResourceType type, string? ns, string name, Precondition? precondition, PropagationPolicy propagation, CancellationToken ct)
    {
        var options = new DeleteOptionsBody(
            precondition is null ? null : new DeletePreconditionsBody(precondition.Uid, precondition.ResourceVersion),
            propagation == PropagationPolicy.Unset ? null : propagation.ToString());
        var request = new ApiRequest(HttpMethod.Delete, type.Path(ns, name)) { ContentType = JsonMediaType };
        var result = await _exchange.Object(
            request, options, static (writer, o) => JsonSerializer.Serialize(writer, o, WireJson.Default.DeleteOptionsBody),
            WireJson.Default.DeletedBody, ct).ConfigureAwait(false);
        return new(result.Value?.Outcome ?? default, result.Error, result.Warnings);
    }

    private ValueTask<ApiResult<T>> Send<T, TWrite>(
        HttpMethod method, string path, string mediaType, Resource<T> resource, TWrite body, JsonTypeInfo<TWrite> json, CancellationToken ct)
        where T : class, IObject =>
        _exchange.Object(
            new ApiRequest(method, path) { ContentType = mediaType }, (body, json),
            static (writer, state) => JsonSerializer.Serialize(writer, state.body, state.json), resource.Json, ct);
}
