namespace Daytwo.Storage.S3;

/// <summary>
/// How large the parts of a multipart upload are. S3 allows 10,000 parts of 5 MiB to 5 GiB. With a known bound of the total all parts are of
/// one size, as some servers demand; otherwise they double every thousand parts, which reaches 5 TiB.
/// </summary>
internal readonly struct PartSizes(long? sizeHint)
{
    public const int Smallest = 5 * 1024 * 1024;
    public const int MaxParts = 10_000;

    private const int UniformParts = 9_000;
    private const int PartsPerStep = 1_000;

    // Multiples of 1 MiB. A part is held in memory, hence an array's limit.
    private const int Step = 1024 * 1024;
    private const long Largest = 2047L * Step;

    private readonly long basis = sizeHint is { } hint ? Math.Max(Smallest, RoundUp(hint / UniformParts)) : Smallest;
    private readonly bool uniform = sizeHint is not null;

    /// <param name="part">From 0.</param>
    public int Of(int part)
    {
        // A bound that proves too low is helped by doubling over the last thousand.
        var doublings = uniform ? Math.Max(0, (part - UniformParts + 100) / 100) : part / PartsPerStep;
        return (int)Math.Min(basis << Math.Min(doublings, 20), Largest);
    }

    private static long RoundUp(long size) => (size + Step) / Step * Step;
}
