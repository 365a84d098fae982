using System.Globalization;

namespace Daytwo.Cli.Output;

/// <summary>
/// Shows how long work goes: one line rewritten in place on a terminal, a line every few seconds elsewhere, so that
/// quick work in a cron job says nothing.
/// It speaks on standard error, so that results can be piped.
/// </summary>
internal sealed class ProgressLine(TextWriter error, bool terminal, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan TerminalPace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LogPace = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private readonly long started = time.GetTimestamp();
    private TimeSpan? shown;
    private int width;

    /// <summary>Says how far the work is, at most as often as is good to read.</summary>
    /// <param name="what">The step, such as <c>snapshot</c>.</param>
    /// <param name="done">Bytes done.</param>
    /// <param name="total">Bytes in all; null when nobody knows.</param>
    public void Report(string what, long done, long? total)
    {
        lock (gate)
        {
            var elapsed = time.GetElapsedTime(started);
            if (elapsed - (shown ?? (terminal ? -TerminalPace : TimeSpan.Zero)) < (terminal ? TerminalPace : LogPace))
            {
                return;
            }

            shown = elapsed;
            Show(Text(what, done, total, elapsed));
        }
    }

    /// <summary>Clears the line on a terminal, so that what follows starts clean.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (terminal && width > 0)
            {
                error.Write('\r' + new string(' ', width) + '\r');
                width = 0;
            }
        }
    }

    internal static string Text(string what, long done, long? total, TimeSpan elapsed)
    {
        if (done == 0)
        {
            return what + " …";
        }

        var rate = elapsed.TotalSeconds > 0 ? done / elapsed.TotalSeconds : 0;
        var size = total is { } all && all > 0 && all >= done
            ? $"{100d * done / all,3:0} %  {Human.Bytes(done)} of {Human.Bytes(all)}"
            : Human.Bytes(done);
        var left = total is { } end && rate > 0 && end > done ? $"  {Human.Duration(TimeSpan.FromSeconds((end - done) / rate))} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what}  {size}  {Human.Bytes(rate)}/s{left}");
    }

    private void Show(string text)
    {
        if (!terminal)
        {
            error.WriteLine(text);
            return;
        }

        error.Write('\r' + text.PadRight(width));
        width = text.Length;
    }
}
