using System.Security.Cryptography;
using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Kubernetes.Credentials;

/// <summary>A client certificate and key, as files that somebody renews or as text in the configuration.</summary>
/// <remarks>
/// Read again every ten seconds of use, and at once after a refusal. While the two do not fit together, as in the middle
/// of a renewal, or cannot be read, the last good pair stays in use.
/// </remarks>
public sealed class ClientCertificateFiles(PemSource certificate, PemSource key, TimeProvider time) : RereadCredential(time)
{
    private byte[] _digest = [];

    protected override Credential Read(Credential? last)
    {
        try
        {
            var certificatePem = certificate.Read();
            var keyPem = key.Read();
            var digest = DigestOf(certificatePem, keyPem);
            if (last is not null && digest.AsSpan().SequenceEqual(_digest))
            {
                return last;
            }

            var renewed = new Credential(null, ClientCertificate.FromPem(certificate.Name, certificatePem, keyPem));
            _digest = digest;
            return renewed;
        }
        catch (ConfigurationException) when (last is not null)
        {
            return last; // half renewed
        }
    }

    private static byte[] DigestOf(byte[] certificatePem, byte[] keyPem)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(certificatePem);
        hash.AppendData(keyPem);
        return hash.GetHashAndReset();
    }
}
