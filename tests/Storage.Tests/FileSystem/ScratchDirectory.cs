namespace Daytwo.Storage.Tests.FileSystem;

/// <summary>A temporary directory with a store in a folder of it.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("daytwo-storage-").FullName;

    public string Root => System.IO.Path.Combine(Path, "store");

    public IObjectStore Open() => ObjectStores.Open(DirectoryAddress.Of(Root));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
