using System.Text;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Tests.Replaying;

public sealed class AnswerReaderTests
{
    [Theory]
    [InlineData("pods \"a\" is forbidden: ValidatingAdmissionPolicy 'x.rule.daytwo.dev' with binding 'x.rule.daytwo.dev' denied request: no, for 'b' with binding 'c'", "no, for 'b' with binding 'c'")]
    [InlineData("deployments.apps \"a\" is forbidden: ValidatingAdmissionPolicy 'x' denied request: failed to configure policy: y", "failed to configure policy: y")]
    [InlineData("admission webhook \"validate-fail.webhooks.daytwo.dev\" denied the request: two\nlines", "two\nlines")]
    [InlineData("admission webhook \"validate-ignore.webhooks.daytwo.dev\" denied the request: AdmissionRule 'x' denied request: no", "no")]
    [InlineData("policy 'x' with binding 'y' denied request: no such key: z", "no such key: z")]
    public void Refusals_of_every_outlet_are_what_the_rule_says(string message, string said)
    {
        var answer = Read(422, $$"""{"kind":"Status","reason":"Invalid","code":422,"message":{{System.Text.Json.JsonSerializer.Serialize(message)}}}""");
        Assert.Equal((AnswerKind.Refused, said, "Invalid"), (answer.Kind, answer.Message, answer.Reason));
    }

    [Fact]
    public void Refusal_of_the_API_itself_is_no_verdict_of_a_rule() =>
        Assert.Equal(AnswerKind.Rejected, Read(422, """{"kind":"Status","reason":"Invalid","message":"Pod \"a\" is invalid: spec.containers: Required value"}""").Kind);

    [Theory]
    [InlineData("""{"kind":"Status","reason":"InternalError","message":"Internal error occurred: failed calling webhook \"w\": context deadline exceeded"}""")]
    [InlineData("<html>a balancer's page</html>")]
    public void Answer_without_a_verdict_is_a_failure(string body) => Assert.Equal(AnswerKind.Failed, Read(500, body).Kind);

    [Fact]
    public void Objects_of_two_requests_are_equal_but_for_what_the_rule_did()
    {
        string Job(string uid, string label) => """{"kind":"Job","metadata":{"name":"a","uid":"{{{uid}}}","creationTimestamp":"{{{uid}}}","labels":{"x":"{{{label}}}"},"managedFields":[{"manager":"{{{uid}}}"}]},"spec":{"selector":{"matchLabels":{"controller-uid":"{{{uid}}}"}}}}""".Replace("{{{uid}}}", uid, StringComparison.Ordinal).Replace("{{{label}}}", label, StringComparison.Ordinal);
        Assert.Equal(Read(201, Job("one", "same")).Text, Read(201, Job("two", "same")).Text);
        Assert.NotEqual(Read(201, Job("one", "this")).Text, Read(201, Job("two", "that")).Text);
    }

    [Fact]
    public void Warnings_lose_the_name_of_the_policy() =>
        Assert.Equal(["said"], AnswerReader.Read(201, "{}"u8, ["Validation failed for ValidatingAdmissionPolicy 'a' with binding 'b': said"]).Warnings);

    private static Answer Read(int code, string body) => AnswerReader.Read(code, Encoding.UTF8.GetBytes(body), []);
}
