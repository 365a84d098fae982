namespace Daytwo.Storage;

/// <summary>Where a store is, as written on a command line: <c>file:DIR</c> or <c>s3://BUCKET[/PREFIX]</c>.</summary>
public abstract record StoreAddress
{
    private protected StoreAddress()
    {
    }

    /// <exception cref="FormatException">The text names no store; the message says what is allowed.</exception>
    public static StoreAddress Parse(string text) => text switch
    {
        _ when text.StartsWith("file:", StringComparison.Ordinal) => DirectoryAddress.Of(text["file:".Length..]),
        _ when text.StartsWith("s3://", StringComparison.Ordinal) => BucketAddress.Of(text["s3://".Length..]),
        _ => throw new FormatException($"'{text}' names no store. Use file:DIR or s3://BUCKET/PREFIX."),
    };
}
