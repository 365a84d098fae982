using System.Text.Json.Serialization;

namespace Daytwo.Crds.Stores;

/// <summary>Who holds the keys that an S3 server encrypts with.</summary>
public enum ServerSideEncryptionType
{
    [JsonStringEnumMemberName("SSE-S3")]
    S3,

    [JsonStringEnumMemberName("SSE-KMS")]
    Kms,
}
