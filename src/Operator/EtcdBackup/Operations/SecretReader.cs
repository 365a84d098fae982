using System.Text;
using Daytwo.Backup;
using Daytwo.Crds;
using Daytwo.Crds.Backups;
using Daytwo.Etcd.Tls;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Results;
using Daytwo.Storage.S3;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>
/// Reads the Secrets that a backup names, live, from the one namespace where they may lie. Nothing is kept: a rotated Secret counts
/// from the next read on.
/// </summary>
internal sealed class SecretReader(KubernetesClient client, string ns)
{
    /// <exception cref="SecretProblemException">A Secret is missing, may not be read, or does not hold what it should.</exception>
    public async Task<BackupSecrets> Read(EtcdBackupSpec spec, CancellationToken ct) => new()
    {
        Tls = spec.Source.Endpoints?.ClientCertificateSecret is { } tls ? ToTls(await Get(tls, ct)) : null,
        Key = spec.Encryption is { KeySecret: { } key } ? ToKey(await Get(key, ct)) : null,
        Credentials = spec.Store.S3?.CredentialsSecret is { } credentials ? ToCredentials(await Get(credentials, ct)) : S3Credentials.Ambient,
        StoreAuthorities = spec.Store.S3?.CaSecret is { } authorities ? Text(await Get(authorities, ct), SecretKeys.CertificateAuthority) : null,
    };

    private async ValueTask<Secret> Get(SecretReference reference, CancellationToken ct)
    {
        var result = await client.Get(Secret.Resource, ns, reference.Name, ct);
        return result.Succeeded(out var secret) ? secret : result.Error.Kind switch
        {
            ApiErrorKind.NotFound => throw new SecretProblemException("SecretMissing", $"The Secret {ns}/{reference.Name} does not exist; create it"),
            ApiErrorKind.Forbidden => throw new SecretProblemException("SecretForbidden", $"The operator may not read the Secret {ns}/{reference.Name}: {result.Error.Message}"),
            _ => throw new ApiErrorException(result.Error),
        };
    }

    private static EtcdTls ToTls(Secret secret)
    {
        try
        {
            return EtcdTls.FromPem(
                Text(secret, SecretKeys.CertificateAuthority), Text(secret, SecretKeys.TlsCertificate), Text(secret, SecretKeys.TlsKey));
        }
        catch (EtcdTlsException e)
        {
            throw new SecretProblemException("CertificateInvalid", $"{secret}: {e.Message}");
        }
    }

    private static EncryptionKey ToKey(Secret secret)
    {
        try
        {
            return EncryptionKey.Parse(Text(secret, SecretKeys.EncryptionKey));
        }
        catch (FormatException e)
        {
            throw new SecretProblemException("KeyInvalid", $"{secret}, key {SecretKeys.EncryptionKey}: {e.Message}");
        }
    }

    private static S3Credentials ToCredentials(Secret secret) => S3Credentials.Static(
        Text(secret, SecretKeys.AwsAccessKeyId).Trim(),
        Text(secret, SecretKeys.AwsSecretAccessKey).Trim(),
        secret.Data?.ContainsKey(SecretKeys.AwsSessionToken) == true ? Text(secret, SecretKeys.AwsSessionToken).Trim() : null);

    private static string Text(Secret secret, string key) =>
        secret.Data?.GetValueOrDefault(key) is { Length: > 0 } bytes
            ? Encoding.UTF8.GetString(bytes)
            : throw new SecretProblemException("SecretIncomplete", $"{secret} has no key {key}; add it");
}
