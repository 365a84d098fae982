namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>Decodes the <c>…-data</c> fields of a kubeconfig.</summary>
internal static class Base64Text
{
    /// <exception cref="ConfigurationException">It is no base64; the message does not show it.</exception>
    public static PemSource Pem(string data, string file, string field)
    {
        try
        {
            return PemSource.Text($"{field} of {file}", Convert.FromBase64String(data));
        }
        catch (FormatException e)
        {
            throw new ConfigurationException($"the kubeconfig {file}: {field} is no base64", e);
        }
    }
}
