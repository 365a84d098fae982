using Daytwo.Storage.FileSystem;
using Daytwo.Storage.S3;

namespace Daytwo.Storage;

/// <summary>Opens stores. Opening touches neither disk nor network; the first use does.</summary>
public static class ObjectStores
{
    public static IObjectStore Open(DirectoryAddress address) => new DirectoryStore(address);

    /// <exception cref="StoreException"><see cref="StoreFailure.Misconfigured"/>: the certificate authority cannot be read.</exception>
    public static IObjectStore Open(S3Settings settings, TimeProvider time) => new S3Store(settings, time);
}
