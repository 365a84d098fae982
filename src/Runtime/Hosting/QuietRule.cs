namespace Daytwo.Runtime.Hosting;

/// <summary>When to give memory back: once after a burst of work, when it has ended.</summary>
/// <param name="burst">Bytes allocated since the last time that make it worth while.</param>
/// <param name="quiet">Bytes allocated since the last look up to which the process counts as quiet.</param>
internal sealed class QuietRule(long burst, long quiet)
{
    private long _given;
    private long _last;

    /// <param name="allocated">All bytes ever allocated.</param>
    public bool Decide(long allocated)
    {
        var isQuiet = allocated - _last <= quiet;
        _last = allocated;
        if (!isQuiet || allocated - _given < burst)
        {
            return false;
        }

        _given = allocated;
        return true;
    }
}
