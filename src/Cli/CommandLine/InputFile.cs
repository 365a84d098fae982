namespace Daytwo.Cli.CommandLine;

/// <summary>Small files that options name.</summary>
internal static class InputFile
{
    /// <summary>The file's text.</summary>
    /// <exception cref="CliException">It cannot be read; the message names the option and the file.</exception>
    public static string Text(string option, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CliException($"{option}: there is no file {file}", ExitCode.Usage, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException($"{option}: cannot read {file}: {e.Message}", ExitCode.Usage, e);
        }
    }
}
