using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Daytwo.Embedded.Http;

/// <summary>The kubeconfig of a server's administrator, with everything embedded.</summary>
internal static class AdministratorKubeconfig
{
    public static string Text(Uri address, string authorityPem, X509Certificate2 client)
    {
        using var key = client.GetECDsaPrivateKey() ?? throw new ArgumentException("The client's certificate lacks its private key.", nameof(client));
        return $"""
            apiVersion: v1
            kind: Config
            current-context: daytwo
            clusters:
            - name: daytwo
              cluster:
                server: {address.GetLeftPart(UriPartial.Authority)}
                certificate-authority-data: {Base64(authorityPem)}
            contexts:
            - name: daytwo
              context:
                cluster: daytwo
                user: daytwo-admin
            users:
            - name: daytwo-admin
              user:
                client-certificate-data: {Base64(client.ExportCertificatePem())}
                client-key-data: {Base64(key.ExportPkcs8PrivateKeyPem())}

            """;
    }

    /// <summary>Writes a file that only its owner can read, whole or not at all.</summary>
    public static void Write(string file, string text)
    {
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        File.Move(draft, path, overwrite: true);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
