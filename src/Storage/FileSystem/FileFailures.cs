namespace Daytwo.Storage.FileSystem;

/// <summary>Turns the system's errors on files into <see cref="StoreException"/>s.</summary>
internal static class FileFailures
{
    // errno values, which .NET hands on in HResult.
    private const int NoSpace = 28;
    private const int FileTooLarge = 27;
    private const int ReadOnlyFileSystem = 30;
    private const int OverQuota = 122;
    private const int StaleHandle = 116;
    private const int InputOutput = 5;

    public static StoreException Describe(Exception error, string address, ObjectKey? key)
    {
        var what = key is null ? address : $"{key} in {address}";
        return error switch
        {
            StoreException e => e,
            UnauthorizedAccessException => new StoreException(
                StoreFailure.Denied, $"{what} is not accessible: {error.Message} Give the user that runs daytwo read and write permission on the directory.", error),
            FileNotFoundException => new StoreException(StoreFailure.NotFound, $"{what} does not exist.", error),
            DirectoryNotFoundException => new StoreException(StoreFailure.NotFound, $"{what} does not exist.", error),
            PathTooLongException => new StoreException(StoreFailure.Misconfigured, $"{what} has too long a path. Use a directory nearer to the root.", error),
            _ => OfErrno(error, what),
        };
    }

    private static StoreException OfErrno(Exception error, string what) => error.HResult switch
    {
        NoSpace => new StoreException(
            StoreFailure.Full, $"{what} cannot be written: {error.Message} Free space, or files where df -i shows that there can be no more, or keep fewer snapshots.", error),
        OverQuota or FileTooLarge => new StoreException(
            StoreFailure.Full, $"{what} cannot be written: {error.Message} Free space, raise the quota, or keep fewer snapshots.", error),
        ReadOnlyFileSystem => new StoreException(StoreFailure.Denied, $"{what} cannot be written: the file system is mounted read-only.", error),
        StaleHandle => new StoreException(StoreFailure.Unreachable, $"{what} is not reachable: {error.Message} Check the mounted file system.", error),
        InputOutput => new StoreException(StoreFailure.Unavailable, $"{what} cannot be accessed: {error.Message} Check disk and kernel log.", error),
        _ when error.Message.Contains("used by another process", StringComparison.Ordinal) => new StoreException(
            StoreFailure.Locked, $"{what} is being written by another process. Wait for it, or use another id.", error),
        _ => new StoreException(StoreFailure.Unexpected, $"{what} cannot be accessed: {error.Message}", error),
    };
}
