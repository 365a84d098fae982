namespace Daytwo.Kubernetes.Credentials;

/// <summary>What proves who we are: a token, a client certificate, both or nothing. Its text form shows neither.</summary>
public sealed class Credential(string? bearerToken, ClientCertificate? certificate)
{
    public static Credential None { get; } = new(null, null);

    public string? BearerToken { get; } = bearerToken;

    public ClientCertificate? Certificate { get; } = certificate;

    public override string ToString() => (BearerToken, Certificate) switch
    {
        (null, null) => "no credential",
        (null, { } c) => $"client certificate {c.Subject}",
        (_, null) => "bearer token",
        (_, { } c) => $"bearer token and client certificate {c.Subject}",
    };
}
