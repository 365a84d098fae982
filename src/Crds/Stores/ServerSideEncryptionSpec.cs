using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Stores;

/// <summary>Encryption by the S3 server.</summary>
[Rule("self.type == 'SSE-KMS' || !has(self.kmsKeyID)", "kmsKeyID goes with type SSE-KMS only: set type to SSE-KMS, or remove kmsKeyID", FieldPath = ".kmsKeyID")]
public sealed record ServerSideEncryptionSpec
{
    /// <summary>SSE-S3: keys of the server. SSE-KMS: a key of the key management service.</summary>
    [Required]
    public ServerSideEncryptionType Type { get; init; }

    /// <summary>ARN, id or alias of the key for SSE-KMS. The account's default key when absent.</summary>
    [Length(1, 2048)]
    public string? KmsKeyID { get; init; }
}
