namespace Daytwo.Webhooks.Http;

/// <summary>How many bytes of requests may be under way at once, over all connections. What does not fit is refused at once, for whatever waits takes memory too.</summary>
/// <param name="most">The most, in bytes.</param>
internal sealed class BodyBudget(long most)
{
    /// <summary>What a request takes beside its body: its connection, its answer.</summary>
    private const int Least = 32 * 1024;

    private long _taken;

    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>Takes room for a body.</summary>
    /// <param name="bytes">Its length, or the most it may have.</param>
    /// <returns>What was taken, to be given back; 0 when there is no room.</returns>
    public long Take(long bytes)
    {
        var wanted = Math.Max(bytes, Least);
        if (Interlocked.Add(ref _taken, wanted) <= most)
        {
            return wanted;
        }

        GiveBack(wanted);
        return 0;
    }

    public void GiveBack(long taken) => Interlocked.Add(ref _taken, -taken);
}
