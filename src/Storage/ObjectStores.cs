using Daytwo.Storage.FileSystem;

namespace Daytwo.Storage;

/// <summary>Opens stores. Opening does not touch the store; the first use does.</summary>
public static class ObjectStores
{
    public static IObjectStore Open(DirectoryAddress address) => new DirectoryStore(address);
}
