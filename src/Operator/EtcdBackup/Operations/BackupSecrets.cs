using Daytwo.Backup;
using Daytwo.Etcd.Tls;
using Daytwo.Storage.S3;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>What the Secrets of one backup hold, read for one piece of work and disposed after it.</summary>
internal sealed class BackupSecrets : IDisposable
{
    /// <summary>Null when the source names no Secret.</summary>
    public EtcdTls? Tls { get; init; }

    /// <summary>Null when snapshots are not encrypted.</summary>
    public EncryptionKey? Key { get; init; }

    public S3Credentials Credentials { get; init; } = S3Credentials.Ambient;

    /// <summary>PEM; null for the system's authorities.</summary>
    public string? StoreAuthorities { get; init; }

    public void Dispose()
    {
        Tls?.Dispose();
        Key?.Dispose();
    }
}
