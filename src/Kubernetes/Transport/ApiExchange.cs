using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Kubernetes.Decoding;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;

namespace Daytwo.Kubernetes.Transport;

/// <summary>Sends requests and turns answers into values: bodies in and out of pooled memory, refusals as <see cref="ApiError"/>.</summary>
internal sealed class ApiExchange(IApiTransport transport)
{
    private const int LongestRefusal = 1 << 20;

    /// <summary>More than the API ever stores in one object, so that no answer can fill the memory.</summary>
    private const int LongestObject = 32 << 20;

    private static readonly StreamPipeReaderOptions ReadSizes = new(bufferSize: 32 * 1024, minimumReadSize: 4 * 1024);

    /// <summary>Sends a request whose answer is one object.</summary>
    public async ValueTask<ApiResult<T>> Object<T>(ApiRequest request, JsonTypeInfo<T> json, CancellationToken ct)
    {
        await using var response = await transport.Send(request, ct).ConfigureAwait(false);
        if (IsRefusal(response))
        {
            return new(default, await Refusal(response, ct).ConfigureAwait(false), response.Warnings);
        }

        using var body = new PooledBuffer();
        if (!await body.Fill(response.Body, LongestObject, ct).ConfigureAwait(false))
        {
            throw new ApiProtocolException($"the answer to {request.Method} {request.Path} exceeds {LongestObject >> 20} MiB");
        }

        return new(Decode(body.Written.Span, json, request), null, response.Warnings);
    }

    /// <summary>Sends a request with a body, written by <paramref name="write"/>, whose answer is one object.</summary>
    public async ValueTask<ApiResult<T>> Object<T, TState>(
        ApiRequest request, TState state, Action<Utf8JsonWriter, TState> write, JsonTypeInfo<T> json, CancellationToken ct)
    {
        var body = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(body))
        {
            write(writer, state);
        }

        var result = await Object(request with { Body = body.Written }, json, ct).ConfigureAwait(false);
        if (result.Error is null)
        {
            body.Dispose(); // only then it is sure that nothing sends from it any more
        }

        return result;
    }

    /// <summary>Sends a request whose answer is a list, decoded while it arrives.</summary>
    public async ValueTask<ApiResult<ListPage<T>>> List<T>(ApiRequest request, Resource<T> resource, CancellationToken ct)
        where T : class, IObject
    {
        await using var response = await transport.Send(request, ct).ConfigureAwait(false);
        if (IsRefusal(response))
        {
            return new(default, await Refusal(response, ct).ConfigureAwait(false), response.Warnings);
        }

        var pipe = PipeReader.Create(response.Body, ReadSizes);
        try
        {
            return new(await DecodeList(pipe, resource, ct).ConfigureAwait(false), null, response.Warnings);
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Sends a watch; the enumeration ends when the API ends it.</summary>
    public async IAsyncEnumerable<WatchEvent<T>> Watch<T>(ApiRequest request, Resource<T> resource, [EnumeratorCancellation] CancellationToken ct)
        where T : class, IObject
    {
        await using var response = await transport.Send(request, ct).ConfigureAwait(false);
        if (IsRefusal(response))
        {
            yield return new(WatchEventType.Error, null, await Refusal(response, ct).ConfigureAwait(false), false);
            yield break;
        }

        var decoder = new WatchDecoder<T>(resource);
        var pipe = PipeReader.Create(response.Body, ReadSizes);
        try
        {
            while (true)
            {
                var read = await pipe.ReadAsync(ct).ConfigureAwait(false);
                var buffer = read.Buffer;
                while (decoder.TryDecode(ref buffer, out var decoded))
                {
                    yield return decoded;
                }

                if (read.IsCompleted)
                {
                    if (decoder.TryDecodeLast(buffer, out var last))
                    {
                        yield return last;
                    }

                    yield break;
                }

                pipe.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private static async ValueTask<ListPage<T>> DecodeList<T>(PipeReader pipe, Resource<T> resource, CancellationToken ct) where T : class, IObject
    {
        var decoder = new ListDecoder<T>(resource);
        var wanted = 1;
        while (true)
        {
            var read = await pipe.ReadAtLeastAsync(wanted, ct).ConfigureAwait(false);
            var taken = decoder.Decode(read.Buffer);
            var left = read.Buffer.Slice(taken).Length;
            pipe.AdvanceTo(taken, read.Buffer.End);
            if (read.IsCompleted)
            {
                return decoder.ToPage();
            }

            // An item that is not whole is looked at again only when twice as much of it is there.
            wanted = (int)Math.Min(left * 2, LongestObject) + 1;
        }
    }

    private static bool IsRefusal(ApiResponse response) => response.StatusCode is < 200 or > 299;

    private static async ValueTask<ApiError> Refusal(ApiResponse response, CancellationToken ct)
    {
        using var body = new PooledBuffer();
        await body.Fill(response.Body, LongestRefusal, ct).ConfigureAwait(false);
        return ApiErrorReader.FromResponse(response.StatusCode, body.Written.Span, response.RetryAfter);
    }

    private static T Decode<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> json, ApiRequest request)
    {
        try
        {
            return JsonSerializer.Deserialize(body, json) ?? throw new JsonException("it is null");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new ApiProtocolException($"the answer to {request.Method} {request.Path} cannot be read: {e.Message}", e);
        }
    }
}
