using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Configuration.Kubeconfigs;

namespace Daytwo.Kubernetes.Credentials.Exec;

/// <summary>Credentials from a program, as <c>client.authentication.k8s.io</c> says; kept until they expire or are refused.</summary>
internal sealed class ExecPlugin(ExecCommand command, IExecRunner runner, TimeProvider time) : ICredentialSource, IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private volatile Held? _held;

    public async ValueTask<Credential> Get(CancellationToken ct)
    {
        if (Current() is { } credential)
        {
            return credential;
        }

        await _one.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            return Current() ?? await Renew(ct).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Reject(Credential refused)
    {
        if (_held is { } held && ReferenceEquals(held.Credential, refused))
        {
            _held = null;
        }
    }

    public void Dispose() => _one.Dispose();

    private Credential? Current() => _held is { } held && (held.Until is null || time.GetUtcNow() < held.Until) ? held.Credential : null;

    private async Task<Credential> Renew(CancellationToken ct)
    {
        var status = Parse(await runner.Run(command, Info(), ct).ConfigureAwait(false));
        var credential = new Credential(string.IsNullOrEmpty(status.Token) ? null : status.Token, CertificateOf(status));
        if (credential is { BearerToken: null, Certificate: null })
        {
            throw Wrong("gave neither status.token nor status.clientCertificateData");
        }

        _held = new Held(credential, status.ExpirationTimestamp);
        return credential;
    }

    private string Info()
    {
        var spec = new JsonObject { ["interactive"] = command.Interactive };
        if (command.Cluster is not null)
        {
            spec["cluster"] = command.Cluster.DeepClone();
        }

        return new JsonObject { ["apiVersion"] = command.ApiVersion, ["kind"] = "ExecCredential", ["spec"] = spec }.ToJsonString();
    }

    private ExecCredentialBody.StatusBody Parse(string output)
    {
        try
        {
            var body = JsonSerializer.Deserialize(output, KubeconfigJson.Default.ExecCredentialBody);
            return body switch
            {
                not { Kind: "ExecCredential" } => throw Wrong("printed no ExecCredential"),
                { ApiVersion: var version } when version != command.ApiVersion => throw Wrong($"answered {version} when asked for {command.ApiVersion}"),
                { Status: null } => throw Wrong("gave no status"),
                { Status: { } status } => status,
            };
        }
        catch (JsonException)
        {
            throw Wrong("printed no JSON"); // and the parser's own message could quote a secret
        }
    }

    private ClientCertificate? CertificateOf(ExecCredentialBody.StatusBody status)
    {
        if (string.IsNullOrEmpty(status.ClientCertificateData) && string.IsNullOrEmpty(status.ClientKeyData))
        {
            return null;
        }

        return string.IsNullOrEmpty(status.ClientCertificateData) || string.IsNullOrEmpty(status.ClientKeyData)
            ? throw Wrong("gave only one of status.clientCertificateData and status.clientKeyData")
            : ClientCertificate.FromPem(
                $"of the exec plugin {command.Program}", Encoding.ASCII.GetBytes(status.ClientCertificateData), Encoding.ASCII.GetBytes(status.ClientKeyData));
    }

    private ConfigurationException Wrong(string what) => new($"the exec plugin {command.Program} {what}");

    private sealed record Held(Credential Credential, DateTimeOffset? Until);
}
