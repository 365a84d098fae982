namespace Daytwo.Storage;

/// <summary>A folder in an S3 bucket.</summary>
/// <param name="Bucket">The bucket's name.</param>
/// <param name="Prefix">Key prefix without slashes at its ends; empty for the whole bucket.</param>
public sealed record BucketAddress(string Bucket, string Prefix) : StoreAddress
{
    /// <param name="text"><c>BUCKET[/PREFIX]</c></param>
    /// <exception cref="FormatException">Not a bucket name or not a usable prefix.</exception>
    public static BucketAddress Of(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? Of(text, "") : Of(text[..slash], text[(slash + 1)..]);
    }

    /// <exception cref="FormatException">Not a bucket name or not a usable prefix.</exception>
    public static BucketAddress Of(string bucket, string prefix)
    {
        if (!IsBucket(bucket))
        {
            throw new FormatException($"'{bucket}' is no bucket name: 3 to 63 lowercase letters, digits, '.' and '-', starting and ending with a letter or digit.");
        }

        var trimmed = prefix.Trim('/');
        return trimmed.Length == 0 || ObjectKey.TryParse(trimmed, out _)
            ? new BucketAddress(bucket, trimmed)
            : throw new FormatException(
                $"'{prefix}' is no prefix in a bucket: use letters, digits, '.', '_' and '-' in segments joined by '/', none of them empty or starting with a dot.");
    }

    public override string ToString() => Prefix.Length == 0 ? $"s3://{Bucket}" : $"s3://{Bucket}/{Prefix}";

    private static bool IsBucket(string name) =>
        name.Length is >= 3 and <= 63
        && char.IsAsciiLetterOrDigit(name[0])
        && char.IsAsciiLetterOrDigit(name[^1])
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
}
