namespace Daytwo.Kubernetes.Credentials;

/// <summary>A client certificate for the connection and a token for the request.</summary>
internal sealed class CombinedCredentials(ICredentialSource certificates, ICredentialSource tokens) : ICredentialSource
{
    private Credential? _last;

    public async ValueTask<Credential> Get(CancellationToken ct)
    {
        var certificate = (await certificates.Get(ct).ConfigureAwait(false)).Certificate;
        var token = (await tokens.Get(ct).ConfigureAwait(false)).BearerToken;
        var last = Volatile.Read(ref _last);
        if (last is not null && ReferenceEquals(last.Certificate, certificate) && last.BearerToken == token)
        {
            return last;
        }

        var combined = new Credential(token, certificate);
        Volatile.Write(ref _last, combined);
        return combined;
    }

    public void Reject(Credential refused)
    {
        certificates.Reject(refused);
        tokens.Reject(refused);
    }
}
