namespace Daytwo.Kubernetes.Credentials.Exec;

/// <summary>What a plugin prints: an <c>ExecCredential</c>.</summary>
internal sealed record ExecCredentialBody(string? ApiVersion, string? Kind, ExecCredentialBody.StatusBody? Status)
{
    public override string ToString() => "an exec plugin's answer";

    public sealed record StatusBody(
        string? Token, string? ClientCertificateData, string? ClientKeyData, DateTimeOffset? ExpirationTimestamp)
    {
        public override string ToString() => "an exec plugin's status";
    }
}
