using System.Security.Cryptography;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials;

namespace Daytwo.Kubernetes.Transport;

/// <summary>Gives the channel for the current client certificate and trust, and replaces it when either was renewed.</summary>
internal sealed class ChannelSource(ClusterConnection connection, HttpTransportOptions options, TimeProvider time) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly RereadClock _clock = new(time);
    private HttpChannel? _channel;
    private ClientCertificate? _certificate;
    private ServerTrust? _trust;
    private byte[] _trustDigest = [];
    private bool _disposed;

    /// <summary>A channel that stays open until the caller releases it.</summary>
    public HttpChannel Use(ClientCertificate? certificate)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var trustChanged = RefreshTrust();
            if (_channel is null || trustChanged || _certificate?.Thumbprint != certificate?.Thumbprint)
            {
                _channel?.Release();
                _channel = new HttpChannel(connection, _trust, certificate, options);
                _certificate = certificate;
            }

            _channel.Use();
            return _channel;
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            _channel?.Release();
            _channel = null;
        }
    }

    private bool RefreshTrust()
    {
        if (connection.CertificateAuthority is not { } source || connection.InsecureSkipTlsVerify || !_clock.IsDue)
        {
            return false;
        }

        try
        {
            var pem = source.Read();
            _clock.HaveRead();
            var digest = SHA256.HashData(pem);
            if (digest.AsSpan().SequenceEqual(_trustDigest))
            {
                return false;
            }

            _trust = ServerTrust.Authorities(source.Name, pem);
            _trustDigest = digest;
            return true;
        }
        catch (ConfigurationException) when (_trust is not null)
        {
            return false; // in the middle of a renewal: the last good authorities serve on
        }
    }
}
