using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Tests.Support;

/// <summary>
/// Replays a story: lines <c>TIME COMMAND WORDS</c>, each followed by the indented trace of what the machine wants done,
/// its own wakes on the way included. With DAYTWO_REWRITE_STORIES=1 the traces are written anew, for review in the diff.
/// </summary>
internal static class Story
{
    public static void Check<TIn, TOut>(
        IMachine<TIn, TOut> machine, TIn elapsed, Func<string[], TIn> parse, Func<TOut, string> print, string name, [CallerFilePath] string test = "")
    {
        var source = Path.Combine(Path.GetDirectoryName(test)!, "testdata", name + ".txt");
        var copy = Path.Combine(AppContext.BaseDirectory, Path.GetFileName(Path.GetDirectoryName(test))!, "testdata", name + ".txt");
        var rewrite = Environment.GetEnvironmentVariable("DAYTWO_REWRITE_STORIES") == "1";
        var expected = File.ReadAllText(rewrite ? source : copy);
        var actual = Replay(machine, elapsed, parse, print, expected);
        if (rewrite)
        {
            File.WriteAllText(source, actual);
        }

        Assert.Equal(rewrite ? actual : expected, actual);
    }

    private static string Replay<TIn, TOut>(IMachine<TIn, TOut> machine, TIn elapsed, Func<string[], TIn> parse, Func<TOut, string> print, string story)
    {
        var text = new StringBuilder();
        var output = new List<TOut>();
        foreach (var line in story.Split('\n').SkipLast(1).Where(l => !l.StartsWith(' ')))
        {
            if (line.Length == 0 || line.StartsWith('#'))
            {
                text.Append(line).Append('\n');
                continue;
            }

            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var at = Parse(words[0]);
            Wake(machine, elapsed, at, print, text, output);
            text.Append(line).Append('\n');
            if (words[1] != "wait")
            {
                output.Clear();
                machine.Handle(parse(words[1..]), at, output);
                output.ForEach(o => text.Append(CultureInfo.InvariantCulture, $"    {print(o)}\n"));
            }
        }

        return text.ToString();
    }

    private static void Wake<TIn, TOut>(IMachine<TIn, TOut> machine, TIn elapsed, Tick until, Func<TOut, string> print, StringBuilder text, List<TOut> output)
    {
        var wakes = 0;
        while (machine.WakeAt is { } wake && wake <= until)
        {
            Assert.True(wakes++ < 10_000, $"the machine wants to be woken at {wake} again and again");
            output.Clear();
            machine.Handle(elapsed, wake, output);
            output.ForEach(o => text.Append(CultureInfo.InvariantCulture, $"    {Print(wake)} {print(o)}\n"));
        }
    }

    private static Tick Parse(string time) => new(TimeSpan.FromSeconds(double.Parse(time.TrimEnd('s'), CultureInfo.InvariantCulture)));

    private static string Print(Tick tick) => string.Create(CultureInfo.InvariantCulture, $"{tick.SinceStart.TotalSeconds:0.###}s");
}
