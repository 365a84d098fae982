using System.Text.Json.Serialization;

namespace Daytwo.Crds.Backups;

/// <summary>The ciphers snapshots can be stored in.</summary>
public enum EncryptionAlgorithm
{
    [JsonStringEnumMemberName("AES-256-GCM")]
    Aes256Gcm,
}
