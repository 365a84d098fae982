using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Kubernetes.Credentials;

/// <summary>A token in a file that somebody else renews, such as kubelet does for a service account.</summary>
/// <remarks>Read again every ten seconds of use, and at once after a refusal. While the file cannot be read, the last token stays in use.</remarks>
public sealed class TokenFile(string path, TimeProvider time) : RereadCredential(time)
{
    protected override Credential Read(Credential? last)
    {
        try
        {
            var token = File.ReadAllText(path).Trim();
            if (token.Length > 0)
            {
                return token == last?.BearerToken ? last : new Credential(token, null);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return last ?? throw new ConfigurationException($"cannot read the token file {path}: {e.Message}", e);
        }

        return last ?? throw new ConfigurationException($"the token file {path} is empty");
    }
}
