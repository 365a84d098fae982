using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials;
using Daytwo.Kubernetes.Tests.Support;

namespace Daytwo.Kubernetes.Tests.Credentials;

public sealed class FilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Token_file_renewed_is_seen_after_ten_seconds()
    {
        var source = new TokenFile(_folder.Write("t", " one\n"), _time);
        Assert.Equal("one", (await source.Get(default)).BearerToken);
        _folder.Write("t", "two");
        _time.Pass(TimeSpan.FromSeconds(9));
        Assert.Equal("one", (await source.Get(default)).BearerToken);
        _time.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal("two", (await source.Get(default)).BearerToken);
    }

    [Fact]
    public async Task Token_file_refused_is_read_at_once_and_stays_the_same_credential_unless_changed()
    {
        var source = new TokenFile(_folder.Write("t", "one"), _time);
        var first = await source.Get(default);
        source.Reject(first);
        Assert.Same(first, await source.Get(default));
        _folder.Write("t", "two");
        source.Reject(first);
        Assert.Equal("two", (await source.Get(default)).BearerToken);
    }

    [Fact]
    public async Task Token_file_that_vanishes_leaves_the_last_token_in_use()
    {
        var source = new TokenFile(_folder.Write("t", "one"), _time);
        await source.Get(default);
        File.Delete(_folder.File("t"));
        _time.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal("one", (await source.Get(default)).BearerToken);
        await Assert.ThrowsAsync<ConfigurationException>(async () => await new TokenFile(_folder.File("t"), _time).Get(default));
    }

    [Fact]
    public async Task Certificate_half_renewed_is_not_used_until_its_key_fits()
    {
        var (oldCertificate, oldKey) = TestCertificates.Make("CN=old");
        var (newCertificate, newKey) = TestCertificates.Make("CN=new");
        var source = new ClientCertificateFiles(
            PemSource.File(_folder.Write("c", oldCertificate)), PemSource.File(_folder.Write("k", oldKey)), _time);
        var first = await source.Get(default);
        _folder.Write("c", newCertificate);
        _time.Pass(TimeSpan.FromSeconds(10));
        Assert.Same(first, await source.Get(default));
        _folder.Write("k", newKey);
        _time.Pass(TimeSpan.FromSeconds(10));
        Assert.Equal("CN=new", (await source.Get(default)).Certificate!.Subject);
    }

    [Fact]
    public async Task Certificate_without_a_usable_key_is_refused_without_showing_it()
    {
        var (certificate, _) = TestCertificates.Make("CN=me");
        var source = new ClientCertificateFiles(PemSource.File(_folder.Write("c", certificate)), PemSource.File(_folder.Write("k", "SECRET")), _time);
        var failure = await Assert.ThrowsAsync<ConfigurationException>(async () => await source.Get(default));
        Assert.Contains(_folder.File("c"), failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Credential_shows_no_secret() => Assert.Equal("bearer token", new Credential("s3cret", null).ToString());
}
