using Daytwo.Kubernetes.Credentials;
using Daytwo.Kubernetes.Credentials.Exec;

namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>Makes credentials out of a kubeconfig's user. A client certificate is sent along with a token when both are there.</summary>
internal sealed class UserCredentials(string name, Located<KubeconfigUser> located, TimeProvider time, bool interactive)
{
    private readonly KubeconfigUser _user = located.Value;

    /// <exception cref="ConfigurationException">The user is contradictory, or uses what is not supported.</exception>
    public ICredentialSource Source(Located<KubeconfigCluster> cluster, ClusterConnection connection)
    {
        if (_user.AuthProvider is not null)
        {
            throw Wrong("uses auth-provider, which Kubernetes has removed; use an exec plugin");
        }

        if (!string.IsNullOrEmpty(_user.Username))
        {
            throw Wrong("uses username and password, which Kubernetes has removed; use a client certificate, a token or an exec plugin");
        }

        var certificate = Certificate();
        var token = Token();
        if (_user.Exec is { } exec)
        {
            return certificate is null && token is null
                ? Plugin(exec, cluster, connection)
                : throw Wrong("has both exec and other credentials; only one can be meant");
        }

        return (certificate, token) switch
        {
            (null, null) => AnonymousCredentials.Instance,
            (null, { } t) => t,
            ({ } c, null) => c,
            ({ } c, { } t) => new CombinedCredentials(c, t),
        };
    }

    /// <exception cref="ConfigurationException">Groups or the like are given without a user.</exception>
    public Impersonation? Impersonation()
    {
        if (!string.IsNullOrEmpty(_user.Impersonate))
        {
            return new Impersonation(_user.Impersonate)
            {
                Uid = _user.ImpersonateUid,
                Groups = _user.ImpersonateGroups ?? [],
                Extra = _user.ImpersonateExtra ?? new Dictionary<string, IReadOnlyList<string>>(),
            };
        }

        return _user.ImpersonateUid is null && _user.ImpersonateGroups is null && _user.ImpersonateExtra is null
            ? null
            : throw Wrong("sets as-uid, as-groups or as-user-extra without as");
    }

    private ClientCertificateFiles? Certificate()
    {
        var certificate = Pem("client-certificate", _user.ClientCertificateData, _user.ClientCertificate);
        var key = Pem("client-key", _user.ClientKeyData, _user.ClientKey);
        return (certificate, key) switch
        {
            (null, null) => null,
            ({ } c, { } k) => new ClientCertificateFiles(c, k, time),
            (null, _) => throw Wrong("has a client-key without client-certificate"),
            (_, null) => throw Wrong("has a client-certificate without client-key"),
        };
    }

    private PemSource? Pem(string field, string? data, string? path)
    {
        if (!string.IsNullOrEmpty(data))
        {
            return Base64Text.Pem(data, located.File, $"users \"{name}\".{field}-data");
        }

        return string.IsNullOrEmpty(path) ? null : PemSource.File(located.Resolve(path));
    }

    /// <summary>A file wins over a token, since it can be renewed; so it does in kubectl.</summary>
    private ICredentialSource? Token() => _user switch
    {
        { TokenFile: { Length: > 0 } path } => new TokenFile(located.Resolve(path), time),
        { Token: { Length: > 0 } token } => new StaticToken(token),
        _ => null,
    };

    private ExecPlugin Plugin(KubeconfigExec exec, Located<KubeconfigCluster> cluster, ClusterConnection connection)
    {
        var apiVersion = exec.ApiVersion is "client.authentication.k8s.io/v1" or "client.authentication.k8s.io/v1beta1"
            ? exec.ApiVersion
            : throw Wrong($"exec.apiVersion is \"{exec.ApiVersion}\"; client.authentication.k8s.io/v1 or v1beta1 is allowed");
        var command = string.IsNullOrEmpty(exec.Command) ? throw Wrong("exec.command is missing") : exec.Command;
        if (exec.InteractiveMode == "Always" && !interactive)
        {
            throw Wrong($"the exec plugin {command} must talk to the user (interactiveMode: Always), and here it cannot");
        }

        return new ExecPlugin(
            new ExecCommand
            {
                ApiVersion = apiVersion,
                Program = command.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal) ? located.Resolve(command) : command,
                Arguments = exec.Args ?? [],
                Variables = (exec.Env ?? []).Where(v => v.Name is not null).Select(v => KeyValuePair.Create(v.Name!, v.Value ?? "")).ToList(),
                InstallHint = exec.InstallHint,
                Interactive = interactive && exec.InteractiveMode != "Never",
                Cluster = exec.ProvideClusterInfo ? ExecClusterInfo.Of(cluster, connection) : null,
            },
            new ExecRunner(time),
            time);
    }

    private ConfigurationException Wrong(string what) => new($"the kubeconfig {located.File}: user \"{name}\" {what}");
}
