using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Events;

/// <summary>
/// Folds repeats of an event into a series. Guarantees: the first occurrence is written at once; however fast an event
/// repeats, it is written at most once per refresh time, and in the end with its right count; memory is bounded.
/// </summary>
internal sealed class SeriesMachine(SeriesOptions options) : IMachine<SeriesInput, SeriesOutput>
{
    private readonly Dictionary<EventKey, EventSeriesState> _series = [];

    public Tick? WakeAt { get; private set; }

    public void Handle(in SeriesInput input, Tick now, List<SeriesOutput> output)
    {
        if (WakeAt <= now)
        {
            Sweep(now, output);
        }

        if (input.Occurred is not { } happening)
        {
            return;
        }

        if (_series.TryGetValue(happening.Key, out var series))
        {
            series.Count++;
            series.Latest = happening;
            series.LastAt = now;
        }
        else
        {
            output.Add(new SeriesOutput(happening, happening, 1));
            MakeRoom();
            series = new EventSeriesState(happening, now);
            _series.Add(happening.Key, series);
        }

        Wake(Next(series));
    }

    /// <summary>Writes what repeated, forgets what has been quiet.</summary>
    private void Sweep(Tick now, List<SeriesOutput> output)
    {
        WakeAt = null;
        foreach (var (key, series) in _series)
        {
            if (series.Count > series.WrittenCount && now - series.WrittenAt >= options.Refresh)
            {
                series.WrittenCount = series.Count;
                series.WrittenAt = now;
                output.Add(new SeriesOutput(series.First, series.Latest, series.Count));
            }

            if (now - series.LastAt >= options.Quiet)
            {
                _series.Remove(key);
            }
            else
            {
                Wake(Next(series));
            }
        }
    }

    private Tick Next(EventSeriesState series) =>
        series.Count > series.WrittenCount ? Tick.Earlier(series.WrittenAt + options.Refresh, series.LastAt + options.Quiet) : series.LastAt + options.Quiet;

    private void Wake(Tick at) => WakeAt = WakeAt is { } known ? Tick.Earlier(known, at) : at;

    private void MakeRoom()
    {
        if (_series.Count >= options.Capacity)
        {
            _series.Remove(_series.MinBy(s => s.Value.LastAt).Key);
        }
    }
}
