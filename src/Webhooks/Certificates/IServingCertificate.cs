using System.Net.Security;

namespace Daytwo.Webhooks.Certificates;

/// <summary>What the server proves itself with.</summary>
public interface IServingCertificate
{
    /// <summary>Certificate and key for the next handshake; null while no apiserver could trust any. Asked for at every handshake, so certificates rotate without a restart.</summary>
    SslStreamCertificateContext? Current { get; }
}
