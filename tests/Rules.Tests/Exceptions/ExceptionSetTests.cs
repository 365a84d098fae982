using Daytwo.Crds;
using Daytwo.Crds.Exceptions;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Exceptions;

namespace Daytwo.Rules.Tests.Exceptions;

public sealed class ExceptionSetTests
{
    private static readonly DateTimeOffset End = new(2026, 12, 24, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Exception_holds_until_just_before_its_end_and_not_at_it()
    {
        var exception = Exception("a", End);

        Assert.True(ExceptionSet.Holds(exception, End.AddTicks(-1)));
        Assert.False(ExceptionSet.Holds(exception, End));
    }

    [Fact]
    public void Exception_without_an_end_never_holds() => Assert.False(ExceptionSet.Holds(Exception("a", null), End));

    [Fact]
    public void Next_expiry_is_that_of_the_first_to_end_of_those_that_hold()
    {
        var set = ExceptionSet.Of("rule", [Exception("c", End.AddDays(2)), Exception("b", End.AddDays(1)), Exception("a", End)], End);

        Assert.Equal(["b", "c"], set.Active.Select(e => e.Metadata.Name));
        Assert.Equal(["a"], set.Expired.Select(e => e.Metadata.Name));
        Assert.Equal(End.AddDays(1), set.NextExpiry);
    }

    [Fact]
    public void Exceptions_of_other_rules_and_those_being_deleted_do_not_count()
    {
        var deleted = Exception("b", End.AddDays(1)) with { Metadata = new ObjectMeta { Name = "b", DeletionTimestamp = End } };

        var set = ExceptionSet.Of("another", [Exception("a", End.AddDays(1))], End);
        var none = ExceptionSet.Of("rule", [deleted], End);

        Assert.Equal((0, 0, null), (set.Active.Count, set.Expired.Count, set.NextExpiry));
        Assert.Equal((0, 0, null), (none.Active.Count, none.Expired.Count, none.NextExpiry));
    }

    private static RuleException Exception(string name, DateTimeOffset? end) => new()
    {
        Metadata = new ObjectMeta { Name = name },
        Spec = new RuleExceptionSpec { Rules = ["rule"], Match = new ExceptionMatch { Names = ["x"] }, Owner = "o", Reason = "r", ExpiresAt = end },
    };
}
