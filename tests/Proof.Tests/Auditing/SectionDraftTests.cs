using Daytwo.Proof.Auditing;

namespace Daytwo.Proof.Tests.Auditing;

public sealed class SectionDraftTests
{
    [Fact]
    public void Full_report_keeps_the_gravest_and_counts_the_rest()
    {
        var draft = new SectionDraft(null, most: 3);
        foreach (var outcome in (AuditOutcome[])[AuditOutcome.Skip, AuditOutcome.Warn, AuditOutcome.Pass, AuditOutcome.Warn, AuditOutcome.Fail, AuditOutcome.Error, AuditOutcome.Warn, AuditOutcome.Fail])
        {
            draft.Add(Result(outcome), mayGrow: true);
        }

        var section = draft.Finish();
        Assert.Equal([AuditOutcome.Fail, AuditOutcome.Fail, AuditOutcome.Error], section.Results.Select(result => result.Outcome));
        Assert.Equal(4, section.LeftOff);
        Assert.Equal(new AuditCounts(Pass: 1, Fail: 2, Warn: 3, Error: 1, Skip: 1), section.Summary);
    }

    [Fact]
    public void Report_that_may_not_grow_still_takes_a_graver_result_in_place_of_a_lesser()
    {
        var draft = new SectionDraft("a", most: 3);
        Assert.True(draft.Add(Result(AuditOutcome.Warn), mayGrow: true));
        Assert.False(draft.Add(Result(AuditOutcome.Fail), mayGrow: false));
        Assert.Equal([AuditOutcome.Fail], draft.Finish().Results.Select(result => result.Outcome));
    }

    private static AuditResult Result(AuditOutcome outcome) => new("rule", null, outcome, "", null);
}
