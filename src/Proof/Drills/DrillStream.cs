using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Drills;

/// <summary>A steady stream of dry runs, good and bad in turn, whether or not earlier ones were answered.</summary>
/// <param name="begin">When the drill began.</param>
internal sealed class DrillStream(IApiTransport transport, Mark mark, DrillRequests first, TimeSpan every, TimeProvider time, long begin)
{
    // Beyond this an apiserver that hangs would be kept busy with nothing else.
    private const int MostUnderWay = 120;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly DryRun _dryRun = new(transport);
    private readonly Lock _gate = new();
    private readonly List<DrillSample> _samples = [];
    private volatile DrillRequests _requests = first;
    private int _underWay;

    /// <summary>What is sent from now on.</summary>
    public DrillRequests Requests { set => _requests = value; }

    public IReadOnlyList<DrillSample> Samples
    {
        get
        {
            lock (_gate)
            {
                return [.. _samples];
            }
        }
    }

    /// <summary>Sends until the end, then waits for the answers.</summary>
    public async Task Run(CancellationToken end, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(every, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(end, ct);
        var sending = new List<Task>();
        try
        {
            for (var bad = false; await timer.WaitForNextTickAsync(either.Token); bad = !bad)
            {
                if (Volatile.Read(ref _underWay) < MostUnderWay)
                {
                    sending.Add(Send(bad, ct));
                }
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            await Task.WhenAll(sending);
        }
    }

    /// <summary>Waits until verdicts on both kinds of requests sent from now on were right for some time.</summary>
    /// <returns>Whether that happened within the limit.</returns>
    public async Task<bool> Steady(TimeSpan limit, CancellationToken ct)
    {
        var from = time.GetElapsedTime(begin);
        while (time.GetElapsedTime(begin) is var now && now - from < limit)
        {
            var recent = Samples.Where(sample => sample.Sent >= from).ToList();
            var since = recent.FindLast(sample => !sample.IsRight) is { Text: not null } wrong ? wrong.Answered : from;
            var right = recent.FindAll(sample => sample.IsRight && sample.Sent >= since);
            if (now - since >= Timeline.Steady * 2 && right.Exists(sample => sample.Bad) && right.Exists(sample => !sample.Bad))
            {
                return true;
            }

            await Task.Delay(Look, time, ct);
        }

        return false;
    }

    private async Task Send(bool bad, CancellationToken ct)
    {
        var request = bad ? _requests.Bad : _requests.Good;
        var sent = time.GetElapsedTime(begin);
        Interlocked.Increment(ref _underWay);
        try
        {
            var (answer, text) = await Ask(request, ct);
            lock (_gate)
            {
                _samples.Add(new DrillSample(sent, time.GetElapsedTime(begin), bad, request.Judge(answer), text));
            }
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task<(Answer? Answer, string Text)> Ask(DrillRequest request, CancellationToken ct)
    {
        try
        {
            var answer = await _dryRun.Send(request.Item, mark, ct);
            return (answer, answer.Message);
        }
        catch (Exception e) when (e is ApiUnreachableException or ApiProtocolException)
        {
            return (null, e.Message);
        }
    }
}
