using Daytwo.Proof.Drills;

namespace Daytwo.Proof.Tests.Drills;

/// <summary>A fault at 2 s, mending at 8 s, requests until 20 s: what is read out of them.</summary>
public sealed class TimelineTests
{
    private const double Struck = 2;
    private const double Healed = 8;
    private const double End = 20;
    private const int Pace = 10;

    [Fact]
    public void Verdicts_that_stay_right_were_never_wrong()
    {
        var result = Drill(_ => DrillVerdict.Right);
        Assert.Equal((0d, 0d, 0, 0, 0), (result.RightAgain, result.RightAgainAfterHealing, result.Gap, result.Outage, result.Unjudged));
        Assert.Equal((6, 17.9, 180), (result.HealedAt, result.EndedAt, result.Requests));
    }

    [Fact]
    public void Gap_to_the_end_of_the_fault_is_not_right_again_while_it_lasts()
    {
        var result = Drill(sent => sent is >= Struck and < Healed ? DrillVerdict.Gap : DrillVerdict.Right, onlyBad: true);
        Assert.Equal((null, 0d), (result.RightAgain, result.RightAgainAfterHealing));
        Assert.Equal((30, 0), (result.Gap, result.Outage));
    }

    [Fact]
    public void Short_trouble_is_over_with_the_first_right_answer_after_it()
    {
        var result = Drill(sent => sent is >= Struck and < 3.5 ? DrillVerdict.Outage : DrillVerdict.Right);
        Assert.Equal((1.51, 0d, 15), (result.RightAgain, result.RightAgainAfterHealing, result.Outage));
    }

    [Fact]
    public void Trouble_that_outlasts_the_fault_is_measured_from_the_begin_of_mending()
    {
        var result = Drill(sent => sent is >= Struck and < 15 ? DrillVerdict.Outage : DrillVerdict.Right);
        Assert.Equal((null, 7.01, true), (result.RightAgain, result.RightAgainAfterHealing, result.Recovered));
    }

    [Fact]
    public void Trouble_to_the_end_means_never_right_again() =>
        Assert.False(Drill(sent => sent >= Struck ? DrillVerdict.Outage : DrillVerdict.Right).Recovered);

    [Fact]
    public void Answers_that_only_came_with_the_mending_do_not_count_as_right_while_it_lasted()
    {
        // A webhook that hangs: the first requests time out, later ones are answered once it is mended.
        var result = Drill(sent => sent is >= Struck and < 4 ? DrillVerdict.Outage : DrillVerdict.Right, answered: sent => sent is >= Struck and < Healed ? Math.Min(sent + 5, Healed + 1) : sent + 0.01);
        Assert.Equal((null, 0d), (result.RightAgain, result.RightAgainAfterHealing));
        Assert.Equal((10, 5000), (result.Before.P50, result.During.Longest));
    }

    [Fact]
    public void Texts_that_differ_only_in_numbers_are_one()
    {
        var result = Drill(sent => sent is >= Struck and < 3 ? DrillVerdict.Outage : DrillVerdict.Right, text: sent => $"read tcp 127.0.0.1:{(int)(sent * 1000)}: refused");
        var error = Assert.Single(result.Errors);
        Assert.Equal(("read tcp 127.0.0.1:2000: refused", 10), (error.Text, error.Count));
    }

    [Fact]
    public void Slices_begin_at_the_fault_and_count_every_request()
    {
        var result = Drill(sent => sent is >= Struck and < 2.25 ? DrillVerdict.Outage : DrillVerdict.Right);
        Assert.Equal(200, result.Slices.Sum(slice => slice.Right + slice.Gap + slice.Outage + slice.Unjudged));
        Assert.Equal(-2, result.Slices[0].At);
        Assert.Equal((0.4, 3), (result.SliceSeconds, Assert.Single(result.Slices, slice => slice.At == 0).Outage));
    }

    /// <summary>Ten requests a second, good and bad in turn.</summary>
    private static OutletResult Drill(Func<double, DrillVerdict> verdict, bool onlyBad = false, Func<double, double>? answered = null, Func<double, string>? text = null)
    {
        var samples = Enumerable.Range(0, (int)End * Pace).Select(number =>
        {
            var (sent, bad) = (number / (double)Pace, number % 2 == 1);
            var said = onlyBad && !bad ? DrillVerdict.Right : verdict(sent);
            return new DrillSample(TimeSpan.FromSeconds(sent), TimeSpan.FromSeconds(answered?.Invoke(sent) ?? sent + 0.01), bad, said, said == DrillVerdict.Right ? "" : text?.Invoke(sent) ?? "failed");
        });
        return Timeline.Of(DrillOutlet.WebhookFailClosed, samples.Reverse(), TimeSpan.FromSeconds(Struck), TimeSpan.FromSeconds(Healed), Pace);
    }
}
