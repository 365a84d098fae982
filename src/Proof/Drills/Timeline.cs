using System.Text.RegularExpressions;
using Daytwo.Proof.Measuring;

namespace Daytwo.Proof.Drills;

/// <summary>Reads out of the requests of a drill what happened; pure.</summary>
internal static partial class Timeline
{
    /// <summary>For so long verdicts must have been right before they count as right again.</summary>
    public static readonly TimeSpan Steady = TimeSpan.FromSeconds(1);

    private const double ShortestSlice = 0.25;
    private const int InSlice = 4;

    private const int MostErrors = 3;

    /// <param name="samples">In any order.</param>
    /// <param name="struck">When the fault began.</param>
    /// <param name="healed">When mending began.</param>
    /// <param name="pace">Requests per second.</param>
    public static OutletResult Of(DrillOutlet outlet, IEnumerable<DrillSample> samples, TimeSpan struck, TimeSpan healed, double pace)
    {
        var slice = Math.Max(ShortestSlice, InSlice / pace);
        var all = samples.OrderBy(sample => sample.Sent).ToList();
        var (before, since) = (all.FindAll(sample => sample.Answered < struck), all.FindAll(sample => sample.Sent >= struck));
        var (during, after) = (since.FindAll(sample => sample.Sent < healed), since.FindAll(sample => sample.Sent >= healed));
        return new OutletResult(
            outlet, Seconds(healed - struck), Seconds((all.Count > 0 ? all[^1].Sent : healed) - struck), since.Count,
            Count(since, DrillVerdict.Gap), Count(since, DrillVerdict.Outage), Count(since, DrillVerdict.Unjudged),
            // Answers that only came with the mending say nothing of the time before it.
            RightAgain(during, during.FindAll(sample => sample.Answered <= healed), struck, healed),
            RightAgain(after, after, healed, all.Count > 0 ? all[^1].Answered : healed),
            Latency(before), Latency(during), Errors(since), slice, Slices(all, struck, slice));
    }

    private static double? RightAgain(List<DrillSample> sent, List<DrillSample> answered, TimeSpan from, TimeSpan until)
    {
        var wrong = sent.FindLastIndex(sample => !sample.IsRight);
        if (wrong < 0)
        {
            return 0;
        }

        var right = answered.FindAll(sample => sample.IsRight && sample.Sent > sent[wrong].Sent);
        var whole = right.Exists(sample => sample.Bad) && right.Exists(sample => !sample.Bad);
        return whole && until - right[0].Sent >= Steady ? Seconds(right.Min(sample => sample.Answered) - from) : null;
    }

    private static DrillLatency Latency(List<DrillSample> samples)
    {
        var sorted = samples.Select(sample => sample.Milliseconds).Order().ToArray();
        return new DrillLatency(Latencies.Quantile(sorted, 0.5), Latencies.Quantile(sorted, 0.99), Latencies.Quantile(sorted, 1));
    }

    private static DrillError[] Errors(List<DrillSample> samples) =>
        [.. samples.Where(sample => !sample.IsRight && sample.Text.Length > 0).GroupBy(sample => Numbers().Replace(sample.Text, "0"), sample => sample.Text, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).Take(MostErrors).Select(group => new DrillError(group.First(), group.Count()))];

    private static DrillSlice[] Slices(List<DrillSample> samples, TimeSpan struck, double seconds) =>
        [.. samples.GroupBy(sample => (int)Math.Floor((sample.Sent - struck).TotalSeconds / seconds)).OrderBy(group => group.Key).Select(group => new DrillSlice(
            group.Key * seconds, Count(group, DrillVerdict.Right), Count(group, DrillVerdict.Gap), Count(group, DrillVerdict.Outage), Count(group, DrillVerdict.Unjudged),
            Latencies.Quantile([.. group.Select(sample => sample.Milliseconds).Order()], 0.5)))];

    private static int Count(IEnumerable<DrillSample> samples, DrillVerdict verdict) => samples.Count(sample => sample.Verdict == verdict);

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 2);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
