using Daytwo.Cli.Tests.Support;

namespace Daytwo.Cli.Tests.CommandLine;

public sealed class UsageErrorTests
{
    [Theory]
    [InlineData("bakup", "'bakup' is no command, option or argument here; did you mean 'backup'?", "daytwo --help")]
    [InlineData("backup nwo", "'nwo' is no command, option or argument here; did you mean 'now'?", "daytwo backup --help")]
    [InlineData("backup list --to file:/x --encryption-kye y", "'--encryption-kye' is no command, option or argument here; did you mean '--encryption-key'?", "daytwo backup list --help")]
    [InlineData("backup list", "Option '--to' is required.", "daytwo backup list --help")]
    [InlineData("backup list --to", "Required argument missing for option: '--to'.", "daytwo backup list --help")]
    [InlineData("backup list --to file:/x -o xml", "--output: 'xml' is not one of table, json, yaml", "daytwo backup list --help")]
    [InlineData("completion fish", "Argument 'fish' not recognized. Must be one of: 'bash' 'zsh'", "daytwo completion --help")]
    [InlineData("rules compare -f rules/ --drills", "--drills: apiservers and webhooks get broken; add --local, which starts some for it", "daytwo rules compare --help")]
    [InlineData("operator --workers 0", "--workers: '0' is no count; use a whole number from 1", "daytwo operator --help")]
    [InlineData("operator --leader-elect=maybe", "'maybe' is no command, option or argument here", "daytwo operator --help")]
    [InlineData("operator --log-level loud", "--log-level: 'loud' is not one of trace, debug, information, warning, error, critical, none", "daytwo operator --help")]
    [InlineData("backup prune --to file:/x --keep-last none", "--keep-last: 'none' is no count; use a whole number from 1", "daytwo backup prune --help")]
    [InlineData("backup list --to s3://abc --s3-endpoint minio:9000", "--s3-endpoint: 'minio:9000' is no address of a server; write it as https://HOST:PORT", "daytwo backup list --help")]
    [InlineData("backup list --to s3://abc --s3-endpoint https://me:secret@minio", "--s3-endpoint: '…@minio' is no address of a server; write it as https://HOST:PORT", "daytwo backup list --help")]
    public async Task Wrong_words_are_named_with_what_is_allowed_and_where_help_is(string words, string message, string help)
    {
        var ran = await DaytwoProgram.Run(words.Split(' '));

        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Equal($"daytwo: {message}\ndaytwo: see '{help}'\n", ran.Error);
        Assert.Equal("", ran.Output);
    }

    [Fact]
    public async Task Every_missing_option_is_named_at_once()
    {
        var ran = await DaytwoProgram.Run("backup", "now");

        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.Equal("daytwo: Option '--endpoints' is required.\ndaytwo: Option '--to' is required.\ndaytwo: see 'daytwo backup now --help'\n", ran.Error);
    }
}
