using System.Security.Cryptography.X509Certificates;

namespace Daytwo.LocalCluster.Servers;

/// <summary>What a <see cref="FaultyRelay"/> does for now.</summary>
/// <param name="Delay">How long each part of an answer waits.</param>
/// <param name="Certificate">What handshakes are answered with; null lets the server do it.</param>
internal sealed record RelayWay(TimeSpan Delay, X509Certificate2? Certificate)
{
    private readonly TaskCompletionSource left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static RelayWay Through => new(TimeSpan.Zero, null);

    /// <summary>Another way was taken: who waits goes on.</summary>
    public void Leave() => left.TrySetResult();

    /// <summary>Waits as long as this way says, while it is the way.</summary>
    public async Task Wait(TimeProvider time, CancellationToken ct)
    {
        if (Delay == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await left.Task.WaitAsync(Delay, time, ct);
        }
        catch (TimeoutException)
        {
            // As long as it says.
        }
    }
}
