using Daytwo.Cli.Backups;
using Daytwo.Cli.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Pki;

namespace Daytwo.Cli.Tests.Backups;

public sealed class SourceOptionsTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    [Fact]
    public void Endpoints_without_scheme_are_https_and_blanks_do_not_matter() =>
        Assert.Equal([new Uri("https://10.0.0.10:2379/"), new Uri("http://b:1/")], SourceOptions.Endpoints("10.0.0.10:2379, http://b:1,"));

    [Theory]
    [InlineData(",", "--endpoints: name at least one address, such as https://10.0.0.10:2379")]
    [InlineData("https://a/path", "--endpoints: 'https://a/path' is no address of an etcd member; write it as https://HOST:2379")]
    [InlineData("unix:///run/etcd", "--endpoints: 'unix:///run/etcd' is no address of an etcd member; write it as https://HOST:2379")]
    public async Task Endpoints_that_are_no_addresses_are_named(string endpoints, string message) => Assert.Equal($"daytwo: {message}\n", await Refused("--endpoints", endpoints));

    [Fact]
    public async Task Certificate_without_its_key_is_refused() =>
        Assert.Contains("--cacert, --cert, --key: a client certificate needs both", await Refused("--endpoints", "a", "--cert", Pair("a").Certificate), StringComparison.Ordinal);

    [Fact]
    public async Task Key_of_another_certificate_is_refused() =>
        Assert.Contains("does not fit the client certificate CN=a", await Refused("--endpoints", "a", "--cert", Pair("a").Certificate, "--key", Pair("b").Key), StringComparison.Ordinal);

    [Fact]
    public async Task Missing_file_is_named() =>
        Assert.Contains("/none/ca.crt", await Refused("--endpoints", "a", "--cacert", "/none/ca.crt"), StringComparison.Ordinal);

    public void Dispose() => folder.Dispose();

    private async Task<string> Refused(params string[] options)
    {
        var ran = await DaytwoProgram.Run(["backup", "now", "--to", "file:" + folder.Path, .. options]);
        Assert.Equal(ExitCode.Usage, ran.Code);
        return ran.Error;
    }

    private KeyPairFiles Pair(string name)
    {
        using var authority = new LocalAuthority(folder.Path, "ca-" + name, TimeProvider.System);
        return authority.Issue(name, "CN=" + name);
    }
}
