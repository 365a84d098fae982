using System.Runtime.CompilerServices;
using Daytwo.Etcd.Tls;

namespace Daytwo.Etcd.Grpc;

/// <summary>The framed bytes of a streaming answer, as they arrive. One reader at a time.</summary>
internal sealed class GrpcStream : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly Stream _body;
    private readonly ServerTrust _trust;
    private readonly TimeSpan _stallTimeout;
    private readonly CancellationTokenSource _stop;

    private GrpcStream(Uri endpoint, HttpResponseMessage response, Stream body, ServerTrust trust, EtcdClientOptions options)
    {
        Endpoint = endpoint;
        _response = response;
        _body = body;
        _trust = trust;
        _stallTimeout = options.StallTimeout;
        _stop = new CancellationTokenSource(options.StallTimeout, options.Time);
    }

    public Uri Endpoint { get; }

    public static async ValueTask<GrpcStream> Open(Uri endpoint, HttpResponseMessage response, ServerTrust trust, EtcdClientOptions options)
    {
        var body = await response.Content.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
        return new GrpcStream(endpoint, response, body, trust, options);
    }

    /// <summary>Reads what has arrived, at least one byte; 0 after the last, once the trailers said that all went well.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<int> Read(Memory<byte> into, CancellationToken ct)
    {
        // Only the time spent waiting counts as a stall, not what the caller does between two reads.
        _stop.CancelAfter(_stallTimeout);
        using var cancelled = ct.UnsafeRegister(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
        try
        {
            var read = await _body.ReadAsync(into, _stop.Token).ConfigureAwait(false);
            if (read == 0)
            {
                Conclude();
            }

            return read;
        }
        catch (OperationCanceledException e)
        {
            ct.ThrowIfCancellationRequested();
            throw GrpcFailures.TimedOut(Endpoint, _stallTimeout, e);
        }
        catch (Exception e) when (GrpcChannel.IsTransport(e))
        {
            throw GrpcFailures.Transport(Endpoint, e, _trust);
        }
        finally
        {
            _stop.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _body.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
        _stop.Dispose();
    }

    private void Conclude()
    {
        var outcome = GrpcOutcome.FromTrailers(_response.TrailingHeaders);
        if (outcome.Status != GrpcStatus.Ok)
        {
            throw GrpcFailures.Answered(Endpoint, outcome);
        }
    }
}
