using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Backups;

/// <summary>A file of certificates to trust.</summary>
internal static class AuthorityFile
{
    /// <summary>The file's text, which holds at least one certificate.</summary>
    /// <exception cref="CliException">It cannot be read or holds none; the message names the option and the file.</exception>
    public static string Pem(string option, string file)
    {
        var text = InputFile.Text(option, file);
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(text);
        }
        catch (CryptographicException e)
        {
            throw new CliException($"{option}: {file} holds a certificate that cannot be read: {e.Message}", ExitCode.Usage, e);
        }

        var found = certificates.Count;
        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }

        return found > 0 ? text : throw new CliException($"{option}: {file} has no PEM block \"BEGIN CERTIFICATE\"", ExitCode.Usage);
    }
}
