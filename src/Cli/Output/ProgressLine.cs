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

    /// <summary>Back to the line's start and clear it, whatever stands there: a terminal also shows ^C.</summary>
    private const string Clear = "\r\e[K";

    private readonly Lock gate = new();
    private readonly long opened = time.GetTimestamp();
    private string step = "";
    private long began = time.GetTimestamp();
    private long? shown;

    /// <summary>Says how far the work is, at most as often as is good to read. Rate and time left are those of the step.</summary>
    /// <param name="what">The step, such as <c>fetching</c>.</param>
    /// <param name="done">Bytes done in this step.</param>
    /// <param name="total">Bytes of this step in all; null when nobody knows.</param>
    public void Report(string what, long done, long? total) => Report(what, done, total, Human.Bytes);

    /// <inheritdoc cref="Report(string, long, long?)"/>
    /// <param name="amount">Writes an amount; bytes unless said otherwise.</param>
    public void Report(string what, long done, long? total, Func<double, string> amount)
    {
        lock (gate)
        {
            var changed = what != step;
            var pace = terminal ? TerminalPace : LogPace;
            if (changed)
            {
                (step, began) = (what, time.GetTimestamp());
            }

            if (time.GetElapsedTime(shown ?? opened) >= pace || (terminal && (changed || shown is null)))
            {
                shown = time.GetTimestamp();
                Show(Text(what, done, total, time.GetElapsedTime(began), amount));
            }
        }
    }

    /// <summary>Clears the line on a terminal, so that what follows starts clean.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            if (terminal && shown is not null)
            {
                error.Write(Clear);
                shown = null;
            }
        }
    }

    internal static string Text(string what, long done, long? total, TimeSpan elapsed, Func<double, string>? amount = null)
    {
        amount ??= Human.Bytes;
        if (done == 0)
        {
            return what + " …";
        }

        var rate = elapsed.TotalSeconds > 0 ? done / elapsed.TotalSeconds : 0;
        var size = total is { } all && all > 0 && all >= done
            ? $"{100d * done / all,3:0} %  {amount(done)} of {amount(all)}"
            : amount(done);
        var left = total is { } end && rate > 0 && end > done ? $"  {Human.Duration(TimeSpan.FromSeconds((end - done) / rate))} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{what}  {size}  {amount(rate)}/s{left}");
    }

    private void Show(string text)
    {
        if (terminal)
        {
            error.Write(Clear + text);
        }
        else
        {
            error.WriteLine(text);
        }
    }
}
