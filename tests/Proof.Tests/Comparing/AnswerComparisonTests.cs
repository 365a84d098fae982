using System.Text;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Tests.Comparing;

public sealed class AnswerComparisonTests
{
    [Fact]
    public void Equal_answers_have_no_difference() => Assert.Empty(AnswerComparison.Of(Object("""{"a":1}"""), Object("""{"a":1}""")));

    [Fact]
    public void Every_aspect_that_differs_is_named()
    {
        var refused = AnswerReader.Read(403, Encoding.UTF8.GetBytes("""{"kind":"Status","reason":"Forbidden","message":"admission webhook \"a\" denied the request: no"}"""), ["warned"]);
        Assert.Equal([Aspect.Verdict, Aspect.Code, Aspect.Reason, Aspect.Message, Aspect.Warnings, Aspect.Object], AnswerComparison.Of(Object("{}"), refused).Select(d => d.Aspect));
    }

    [Fact]
    public void Objects_that_differ_are_told_by_place_and_values()
    {
        var difference = Assert.Single(AnswerComparison.Of(Object("""{"a":{"b":[1,{"c":2}]},"d":3}"""), Object("""{"a":{"b":[1,{"c":4}]}}""")));
        Assert.Equal("a.b[1].c: 2\nd: 3", difference.Policy);
        Assert.Equal("a.b[1].c: 4\nd: absent", difference.Webhook);
    }

    [Fact]
    public void Warnings_that_the_API_cuts_are_no_difference()
    {
        string[] many = [.. Enumerable.Range(0, 40).Select(number => new string('w', 90) + number)];
        Assert.Empty(AnswerComparison.Of(Object("{}") with { Warnings = many }, Object("{}") with { Warnings = [.. many, "of the rule"] }));
        Assert.Equal(Aspect.Warnings, Assert.Single(AnswerComparison.Of(Object("{}") with { Warnings = many[..5] }, Object("{}") with { Warnings = many[..4] })).Aspect);
    }

    [Fact]
    public void Order_of_members_is_a_difference_too() =>
        Assert.Equal("the same members in another order", Assert.Single(AnswerComparison.Of(Object("""{"a":1,"b":2}"""), Object("""{"b":2,"a":1}"""))).Policy);

    private static Answer Object(string json) => AnswerReader.Read(201, Encoding.UTF8.GetBytes(json), []);
}
