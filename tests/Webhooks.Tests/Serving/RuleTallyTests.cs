using Daytwo.Admission.Requests;
using Daytwo.Crds.Admission.Status;
using Daytwo.Webhooks.Serving;

namespace Daytwo.Webhooks.Tests.Serving;

public sealed class RuleTallyTests
{
    private readonly RuleTally _tally = new(2, DateTimeOffset.UnixEpoch);

    [Fact]
    public void Rule_that_nothing_was_asked_about_says_nothing() => Assert.Null(_tally.Read());

    [Fact]
    public void Verdicts_and_comparisons_are_counted()
    {
        _tally.Count(RuleSeries.Passed);
        _tally.Count(RuleSeries.Passed);
        _tally.Count(RuleSeries.Shadowed);
        _tally.Agree();
        var difference = new OutletDifference { Request = "CREATE pods default/web" };
        _tally.Differ(difference);
        Assert.Equal(new RuleTraffic
        {
            Generation = 2,
            Since = DateTimeOffset.UnixEpoch,
            Counters = new RuleCounters { Allowed = 2, ShadowDenied = 1 },
            Comparison = new OutletComparison { Requests = 2, Differences = 1, LastDifference = difference },
        }, _tally.Read());
    }

    [Theory]
    [InlineData("", "pods", "images need a fixed tag", "images need a fixed tag")]
    [InlineData("", "secrets", "hush", "would not (a message about a Secret is not shown)")]
    public void Sample_names_the_object_and_quotes_no_Secret(string group, string resource, string said, string told)
    {
        var request = new AdmissionRequest { Kind = new(group, "v1", "K"), Resource = new(group, "v1", resource), Namespace = "default", Name = "web", Operation = AdmissionOperation.Create };
        var sample = DifferenceSample.Of(request, said, DateTimeOffset.UnixEpoch);
        Assert.Equal(($"CREATE {resource} default/web", told), (sample.Request, sample.Webhook));
    }
}
