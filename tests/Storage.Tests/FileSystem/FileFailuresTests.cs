using Daytwo.Storage.FileSystem;

namespace Daytwo.Storage.Tests.FileSystem;

public sealed class FileFailuresTests
{
    [Theory]
    [InlineData(28, StoreFailure.Full)]
    [InlineData(122, StoreFailure.Full)]
    [InlineData(30, StoreFailure.Denied)]
    [InlineData(5, StoreFailure.Unavailable)]
    [InlineData(116, StoreFailure.Unreachable)]
    [InlineData(9999, StoreFailure.Unexpected)]
    public void FileFailures_of_an_error_number_are_told_apart(int errno, StoreFailure expected)
    {
        var failure = FileFailures.Describe(new IOException("the system's words", errno), "file:/backups", ObjectKey.Of("a/b"));
        Assert.Equal(expected, failure.Failure);
        Assert.Contains("a/b in file:/backups", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileFailures_of_a_missing_permission_are_denied() =>
        Assert.Equal(StoreFailure.Denied, FileFailures.Describe(new UnauthorizedAccessException("no"), "file:/b", null).Failure);

    [Fact]
    public async Task FileFailures_of_a_full_device_are_full()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        await using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var error = await Assert.ThrowsAsync<IOException>(async () => await full.WriteAsync(new byte[1], TestContext.Current.CancellationToken));
        Assert.Equal(StoreFailure.Full, FileFailures.Describe(error, "file:/b", null).Failure);
    }
}
