using Daytwo.Crds.Exceptions;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.RuleException;

namespace Daytwo.Operator.Tests.RuleException;

public sealed class RuleExceptionRulesTests
{
    private static readonly DateTimeOffset End = new(2026, 12, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Exception_is_active_until_its_end_and_is_looked_at_again_then()
    {
        var decision = RuleExceptionRules.Decide(Seen(), End.AddHours(-1));

        Assert.Equal(("True", "False", End), (Status(decision.Status, "Active"), Status(decision.Status, "Expired"), decision.WakeAt));
    }

    [Fact]
    public void Exception_is_expired_from_its_end_on()
    {
        var decision = RuleExceptionRules.Decide(Seen(), End);

        Assert.Equal(("False", "True", null), (Status(decision.Status, "Active"), Status(decision.Status, "Expired"), decision.WakeAt));
    }

    [Fact]
    public void Rule_that_does_not_exist_is_named()
    {
        var decision = RuleExceptionRules.Decide(Seen("typo"), End.AddHours(-1));

        Assert.Equal("False", Status(decision.Status, "Active"));
        Assert.Contains("no AdmissionRule typo", decision.Status.Conditions!.Single(c => c.Type == "Active").Message, StringComparison.Ordinal);
    }

    private static string Status(RuleExceptionStatus status, string type) => status.Conditions!.Single(c => c.Type == type).Status;

    private static RuleExceptionSeen Seen(params string[] missing) => new(
        new Crds.RuleException
        {
            Metadata = new ObjectMeta { Name = "e", Generation = 1 },
            Spec = new RuleExceptionSpec { Rules = ["a", .. missing], Match = new ExceptionMatch { Names = ["x"] }, Owner = "o", Reason = "r", ExpiresAt = End },
        },
        missing);
}
