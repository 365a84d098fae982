using Daytwo.LocalCluster.Programs;

namespace Daytwo.LocalCluster.Tests.Programs;

public sealed class ProgramCatalogTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    [Fact]
    public void Find_in_assets_cache_and_path_prefers_assets()
    {
        Place("assets/etcd/etcd");
        Place("cache/etcd/etcd");
        Place("path/etcd");

        Assert.Equal(ProgramOrigin.Assets, Catalog().Find("etcd")!.Origin);
    }

    [Fact]
    public void Find_in_path_alone_says_installed()
    {
        Place("path/etcd");

        Assert.Equal(ProgramOrigin.Installed, Catalog().Find("etcd")!.Origin);
    }

    [Fact]
    public void Find_of_another_release_ignores_what_is_installed()
    {
        Place("path/etcd");

        Assert.Null(Catalog().Find("etcd", "etcd-v3.5"));
    }

    [Fact]
    public void Find_in_a_flat_assets_folder_finds_the_program()
    {
        Place("assets/kube-apiserver");

        Assert.EndsWith("assets/kube-apiserver", Catalog().Find("kube-apiserver")!.Path, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private ProgramCatalog Catalog() => new(At("assets"), At("cache"), At("path"));

    private string At(string relative) => Path.Combine(folder.Path, relative);

    private void Place(string relative)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(relative))!);
        File.WriteAllText(At(relative), "");
    }
}
