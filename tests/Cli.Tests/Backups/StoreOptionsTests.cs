using Daytwo.Cli.Tests.Support;
using Daytwo.LocalCluster;

namespace Daytwo.Cli.Tests.Backups;

public sealed class StoreOptionsTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    [Theory]
    [InlineData("backups", "--to: 'backups' names no store. Use file:DIR or s3://BUCKET/PREFIX.")]
    [InlineData("file:", "--to: 'file:' names no directory")]
    [InlineData("file:/", "--to: file:/ would put backups into the root directory")]
    [InlineData("s3://Bad_Name/x", "--to: 'Bad_Name' is no bucket name")]
    [InlineData("s3://good/../x", "--to: '../x' is no prefix in a bucket")]
    public async Task Addresses_that_name_no_store_are_refused_with_what_is_allowed(string address, string message)
    {
        var ran = await DaytwoProgram.Run("backup", "list", "--to", address);

        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.StartsWith("daytwo: " + message, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Directory_that_does_not_exist_is_said_rather_than_shown_as_empty()
    {
        var missing = Path.Combine(folder.Path, "typo");

        var ran = await DaytwoProgram.Run("backup", "list", "--to", "file:" + missing);

        Assert.Equal(new Ran(ExitCode.NotFound, "", $"daytwo: --to: there is no directory {missing}\n"), ran);
    }

    [Fact]
    public async Task Empty_directory_lists_nothing_and_has_no_newest_snapshot()
    {
        Assert.Equal(new Ran(ExitCode.Success, $"No snapshots in file:{folder.Path}.\n", ""), await DaytwoProgram.Run("backup", "list", "--to", "file:" + folder.Path));
        Assert.Equal(new Ran(ExitCode.NotFound, "", $"daytwo: file:{folder.Path} holds no snapshot\n"), await DaytwoProgram.Run("backup", "verify", "--to", "file:" + folder.Path));
    }

    [Theory]
    [InlineData("no", "is no snapshot", ExitCode.NotFound)]
    [InlineData("../escape", "is no snapshot id", ExitCode.Usage)]
    public async Task Unknown_and_impossible_ids_are_told_apart(string id, string message, int code)
    {
        var ran = await DaytwoProgram.Run("backup", "verify", id, "--to", "file:" + folder.Path);

        Assert.Equal(code, ran.Code);
        Assert.Contains(code == ExitCode.NotFound ? $"has no snapshot {id}" : message, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authority_file_must_exist_and_hold_a_certificate()
    {
        var file = Write("ca.crt", "no pem");
        var missing = Path.Combine(folder.Path, "none.crt");

        Assert.Equal(new Ran(ExitCode.Usage, "", $"daytwo: --s3-ca: there is no file {missing}\n"), await DaytwoProgram.Run("backup", "list", "--to", "s3://abc", "--s3-ca", missing));
        Assert.Equal(new Ran(ExitCode.Usage, "", $"daytwo: --s3-ca: {file} has no PEM block \"BEGIN CERTIFICATE\"\n"), await DaytwoProgram.Run("backup", "list", "--to", "s3://abc", "--s3-ca", file));
    }

    [Theory]
    [InlineData("short", "c2hvcnQ=")]
    [InlineData("text", "correct horse battery staple")]
    [InlineData("empty", "")]
    public async Task Key_file_without_a_key_is_refused_without_quoting_it(string name, string content)
    {
        var file = Write(name, content);

        var ran = await DaytwoProgram.Run("backup", "list", "--to", "file:" + folder.Path, "--encryption-key", file);

        Assert.Equal(ExitCode.Usage, ran.Code);
        Assert.StartsWith($"daytwo: --encryption-key {file}: ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("head -c 32 /dev/urandom | base64", ran.Error, StringComparison.Ordinal);
        Assert.True(content.Length == 0 || !ran.Error.Contains(content, StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();

    private string Write(string name, string content)
    {
        var path = Path.Combine(folder.Path, name);
        File.WriteAllText(path, content);
        return path;
    }
}
