namespace Daytwo.Kubernetes.Credentials;

/// <summary>A token that never changes.</summary>
public sealed class StaticToken(string token) : ICredentialSource
{
    private readonly Credential _credential = new(token, null);

    public ValueTask<Credential> Get(CancellationToken ct) => ValueTask.FromResult(_credential);

    public void Reject(Credential refused)
    {
    }
}
