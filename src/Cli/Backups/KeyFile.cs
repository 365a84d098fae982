using Daytwo.Backup;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Backups;

/// <summary>The file that <c>--encryption-key</c> names.</summary>
internal static class KeyFile
{
    /// <summary>The key in the file. The caller disposes it.</summary>
    /// <exception cref="CliException">The file cannot be read or holds no key.</exception>
    public static EncryptionKey Read(string file)
    {
        try
        {
            return EncryptionKey.Parse(InputFile.Text("--encryption-key", file));
        }
        catch (FormatException e)
        {
            throw new CliException($"--encryption-key {file}: {e.Message}", ExitCode.Usage, e);
        }
    }
}
