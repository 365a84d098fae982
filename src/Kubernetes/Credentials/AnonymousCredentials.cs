namespace Daytwo.Kubernetes.Credentials;

/// <summary>Nobody: the API sees <c>system:anonymous</c>.</summary>
public sealed class AnonymousCredentials : ICredentialSource
{
    private AnonymousCredentials()
    {
    }

    public static AnonymousCredentials Instance { get; } = new();

    public ValueTask<Credential> Get(CancellationToken ct) => ValueTask.FromResult(Credential.None);

    public void Reject(Credential refused)
    {
    }
}
