using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Drills;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Tests.Drills;

public sealed class DrillRequestTests
{
    private const string Refusal = "images need a fixed tag";

    private static readonly CorpusItem Item = new("", AdmissionOperation.Create, new ResourceType("", "v1", "pods", "Pod", Namespaced: true), "default", "a", []);

    [Theory]
    [InlineData(AnswerKind.Admitted, "", DrillVerdict.Right)]
    [InlineData(AnswerKind.Refused, Refusal, DrillVerdict.Outage)]
    [InlineData(AnswerKind.Failed, "failed calling webhook", DrillVerdict.Outage)]
    [InlineData(AnswerKind.Rejected, "not yet ready to handle request", DrillVerdict.Outage)]
    public void Request_that_the_rule_allows_must_pass(AnswerKind kind, string message, DrillVerdict verdict) =>
        Assert.Equal(verdict, new DrillRequest(Item, null).Judge(Answer(kind, message)));

    [Theory]
    [InlineData(AnswerKind.Admitted, "", DrillVerdict.Gap)]
    [InlineData(AnswerKind.Refused, Refusal, DrillVerdict.Right)]
    [InlineData(AnswerKind.Refused, "expression 'x' resulted in error: actual cost limit exceeded", DrillVerdict.Unjudged)]
    [InlineData(AnswerKind.Failed, "failed calling webhook", DrillVerdict.Unjudged)]
    public void Request_that_the_rule_forbids_must_be_refused_in_its_words(AnswerKind kind, string message, DrillVerdict verdict) =>
        Assert.Equal(verdict, new DrillRequest(Item, Refusal).Judge(Answer(kind, message)));

    [Fact]
    public void No_answer_is_an_outage_for_good_requests_and_no_gap_for_bad_ones()
    {
        Assert.Equal(DrillVerdict.Outage, new DrillRequest(Item, null).Judge(null));
        Assert.Equal(DrillVerdict.Unjudged, new DrillRequest(Item, Refusal).Judge(null));
    }

    private static Answer Answer(AnswerKind kind, string message) => new(kind, 0, "", message, [], null, "");
}
