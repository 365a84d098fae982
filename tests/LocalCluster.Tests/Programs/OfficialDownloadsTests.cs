using System.Formats.Tar;
using System.IO.Compression;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.LocalCluster.Tests.Programs;

public sealed class OfficialDownloadsTests : IDisposable
{
    private static readonly byte[] Program = "#!/bin/true\n"u8.ToArray();
    private readonly ScratchFolder cache = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Download_with_the_published_checksum_is_installed_and_recorded()
    {
        var (found, reason) = await Download(new Publisher().WithChecksumOf("/kubectl.sha256", Program).With("/kubectl", Program), "kubectl");

        Assert.Null(reason);
        Assert.Equal(Program, await File.ReadAllBytesAsync(found!.Path, Ct));
        Assert.True(File.GetUnixFileMode(found.Path).HasFlag(UnixFileMode.UserExecute));
        Assert.Contains("/kubectl", await File.ReadAllTextAsync(AssetsLock.PathIn(cache.Path), Ct), StringComparison.Ordinal);
        Assert.Equal(ProgramOrigin.Cache, new ProgramCatalog(null, cache.Path, null).Find("kubectl")!.Origin);
    }

    [Fact]
    public async Task Download_with_another_checksum_leaves_nothing()
    {
        var (found, reason) = await Download(new Publisher().WithChecksumOf("/kubectl.sha256", [1, 2, 3]).With("/kubectl", Program), "kubectl");

        Assert.Null(found);
        Assert.Contains("its publisher says", reason, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(cache.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Download_that_differs_from_the_recorded_digest_is_refused()
    {
        await Download(new Publisher().WithChecksumOf("/kubectl.sha256", Program).With("/kubectl", Program), "kubectl");
        byte[] replaced = [9, 9];

        var (found, reason) = await Download(new Publisher().WithChecksumOf("/kubectl.sha256", replaced).With("/kubectl", replaced), "kubectl");

        Assert.Null(found);
        Assert.Contains("when it was first seen", reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_of_an_archive_installs_the_program_in_it()
    {
        var archive = Archive("etcd-v3.6.16-linux-amd64/etcd", Program);

        var (found, reason) = await Download(new Publisher().WithChecksumOf("/SHA256SUMS", archive, "etcd-v3.6.16-linux-amd64.tar.gz").With(".tar.gz", archive), "etcd");

        Assert.Null(reason);
        Assert.Equal(Program, await File.ReadAllBytesAsync(found!.Path, Ct));
    }

    [Fact]
    public async Task Download_without_a_network_says_who_could_not_be_reached()
    {
        var (found, reason) = await Download(new Publisher(), "kubectl");

        Assert.Null(found);
        Assert.Contains("dl.k8s.io could not be reached", reason, StringComparison.Ordinal);
    }

    public void Dispose() => cache.Dispose();

    private async Task<(FoundProgram? Program, string? Reason)> Download(Publisher publisher, string name)
    {
        using var http = new HttpClient(publisher);
        return await new OfficialDownloads(http, cache.Path).Download(name, Ct);
    }

    private static byte[] Archive(string entry, byte[] content)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, entry) { DataStream = new MemoryStream(content) });
        }

        return buffer.ToArray();
    }
}
