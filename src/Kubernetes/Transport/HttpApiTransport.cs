using System.Net;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials;

namespace Daytwo.Kubernetes.Transport;

/// <summary>The API over HTTP/2 and TLS, at one or several addresses.</summary>
/// <remarks>
/// Guarantees:
/// <list type="bullet">
/// <item>An address that cannot be connected to is passed over for the next, with any request. A request that may have
/// reached its server goes to another one only if it reads.</item>
/// <item>Renewed client certificates, tokens and authorities are used within ten seconds of use, running watches stay on the
/// connection they have. A request refused with 401 is sent once more if the credential can be renewed.</item>
/// <item>A dead connection is noticed by pings, also while a watch is silent.</item>
/// </list>
/// </remarks>
public sealed class HttpApiTransport : IApiTransport, IDisposable
{
    private readonly ClusterConnection _connection;
    private readonly HttpTransportOptions _options;
    private readonly TimeProvider _time;
    private readonly ChannelSource _channels;
    private readonly RequestWriter _requests;
    private volatile int _preferred;

    public HttpApiTransport(ClusterConnection connection, TimeProvider time, HttpTransportOptions? options = null)
    {
        _connection = connection;
        _options = options ?? new HttpTransportOptions();
        _time = time;
        _channels = new ChannelSource(connection, _options, time);
        _requests = new RequestWriter(connection, _options);
    }

    public async ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        var credential = await _connection.Credentials.Get(ct).ConfigureAwait(false);
        var response = await SendAs(credential, request, ct).ConfigureAwait(false);
        if (response.StatusCode != (int)HttpStatusCode.Unauthorized)
        {
            return response;
        }

        _connection.Credentials.Reject(credential);
        var renewed = await _connection.Credentials.Get(ct).ConfigureAwait(false);
        if (ReferenceEquals(renewed, credential))
        {
            return response;
        }

        await response.DisposeAsync().ConfigureAwait(false);
        return await SendAs(renewed, request, ct).ConfigureAwait(false);
    }

    public void Dispose() => _channels.Dispose();

    private async ValueTask<ApiResponse> SendAs(Credential credential, ApiRequest request, CancellationToken ct)
    {
        var failures = new List<string>();
        var first = _preferred;
        for (var i = 0; ; i++)
        {
            var index = (first + i) % _connection.Servers.Count;
            var server = _connection.Servers[index];
            try
            {
                var response = await SendTo(server, credential, request, ct).ConfigureAwait(false);
                _preferred = index;
                return response;
            }
            catch (Exception e) when (ConnectionFailure.IsOne(e, ct))
            {
                failures.Add($"{server}: {ConnectionFailure.Cause(e)}");
                _preferred = (index + 1) % _connection.Servers.Count;
                var mayGoOn = ConnectionFailure.NothingWasSent(e) || request.Method == HttpMethod.Get;
                if (!mayGoOn || i + 1 == _connection.Servers.Count)
                {
                    throw new ApiUnreachableException($"the Kubernetes API cannot be reached at {string.Join("; ", failures)}", e);
                }
            }
        }
    }

    private async ValueTask<ApiResponse> SendTo(Uri server, Credential credential, ApiRequest request, CancellationToken ct)
    {
        var channel = _channels.Use(credential.Certificate);
        var deadline = new Deadline(_options.RequestTimeout, _time, ct);
        try
        {
            using var message = _requests.Write(server, request, credential.BearerToken);
            var answer = await channel.Send(message, deadline.Token).ConfigureAwait(false);
            if (request.Streaming)
            {
                deadline.Lift();
            }

            var body = await answer.Content.ReadAsStreamAsync(CancellationToken.None).ConfigureAwait(false);
            return new ApiResponse((int)answer.StatusCode, new ResponseStream(body, server, deadline), new Exchange(answer, deadline, channel))
            {
                ContentType = answer.Content.Headers.ContentType?.MediaType,
                Warnings = WarningHeader.Texts(answer),
                RetryAfter = answer.Headers.RetryAfter?.Delta,
            };
        }
        catch
        {
            deadline.Dispose();
            channel.Release();
            throw;
        }
    }
}
