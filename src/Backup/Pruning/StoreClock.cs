using Daytwo.Storage;

namespace Daytwo.Backup.Pruning;

/// <summary>What time it is for a store: the ages of its objects are told by its clock, not by ours.</summary>
internal static class StoreClock
{
    private static readonly ObjectKey Probe = ObjectKey.Of("clock");

    /// <returns>Null when another sweep removed the probe between our requests.</returns>
    public static async Task<DateTimeOffset?> Read(IObjectStore store, CancellationToken ct)
    {
        await using (var writer = await store.Create(Probe, new PutOptions { SizeHint = 1, ContentType = "text/plain" }, ct))
        {
            await writer.Write(new byte[] { (byte)'?' }, ct);
            await writer.Complete(ct);
        }

        var now = await store.Find(Probe, ct);
        await store.Delete(Probe, ct);
        return now?.Modified;
    }
}
