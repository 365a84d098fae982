using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Kubernetes.Credentials;

/// <summary>Gives what proves who we are, fresh whenever it changes.</summary>
public interface ICredentialSource
{
    /// <summary>The credential to use now; the same instance as long as nothing changed.</summary>
    /// <exception cref="ConfigurationException">There is none to be had; the message says why.</exception>
    ValueTask<Credential> Get(CancellationToken ct);

    /// <summary>Says that the API refused this credential (401): the next <see cref="Get"/> must not answer from memory.</summary>
    void Reject(Credential refused);
}
