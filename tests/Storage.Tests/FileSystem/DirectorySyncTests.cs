using Daytwo.Storage.FileSystem;

namespace Daytwo.Storage.Tests.FileSystem;

public sealed class DirectorySyncTests
{
    [Fact]
    public void DirectorySync_that_fails_hands_on_the_number_of_the_error()
    {
        const int noSuchFile = 2;
        Assert.Equal(noSuchFile, Assert.Throws<IOException>(() => DirectorySync.Flush("/no/such/folder")).HResult);
    }
}
