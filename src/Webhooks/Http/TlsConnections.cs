using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using Daytwo.Webhooks.Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Http;

/// <summary>Wraps connections in TLS 1.3, with the certificate that is current at their handshake.</summary>
/// <remarks>Kestrel's own TLS wants a dependency container around it (docs/decisions/0101).</remarks>
internal sealed class TlsConnections(IServingCertificate certificate, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan HandshakeLimit = TimeSpan.FromSeconds(5);
    private static readonly StreamPipeReaderOptions Reading = new(bufferSize: 16 * 1024, minimumReadSize: 4 * 1024, leaveOpen: true);
    private static readonly StreamPipeWriterOptions Writing = new(leaveOpen: true);

    public async Task Serve(ConnectionContext connection, ConnectionDelegate next)
    {
        var plain = connection.Transport;
        await using var raw = new DuplexStream(plain);
        await using var tls = new SslStream(raw, leaveInnerStreamOpen: true);
        if (!await Handshake(connection, tls).ConfigureAwait(false))
        {
            return;
        }

        var (input, output) = (PipeReader.Create(tls, Reading), PipeWriter.Create(tls, Writing));
        try
        {
            connection.Transport = new DuplexPipe(input, output);
            await next(connection).ConfigureAwait(false);
            await tls.ShutdownAsync().ConfigureAwait(false);
        }
        finally
        {
            await input.CompleteAsync().ConfigureAwait(false);
            await output.CompleteAsync().ConfigureAwait(false);
            connection.Transport = plain;
        }
    }

    private async ValueTask<bool> Handshake(ConnectionContext connection, SslStream tls)
    {
        if (certificate.Current is not { } context)
        {
            logger.NoCertificateYet();
            return false;
        }

        var options = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = context,
            EnabledSslProtocols = SslProtocols.Tls13,
            ApplicationProtocols = [SslApplicationProtocol.Http11],
        };
        using var limit = new CancellationTokenSource(HandshakeLimit, time);
        try
        {
            await tls.AuthenticateAsServerAsync(options, limit.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is AuthenticationException or IOException or OperationCanceledException)
        {
            logger.HandshakeFailed(connection.RemoteEndPoint?.ToString(), e.Message);
            return false;
        }
    }
}
