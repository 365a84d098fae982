using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Conditions;

namespace Daytwo.Runtime.Tests.Conditions;

public sealed class ConditionListTests
{
    private static readonly DateTimeOffset Before = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);
    private static readonly IReadOnlyList<Condition> Ready = new ConditionList(null, 1, Before).True("Ready", "AllGood", "it works").ToList();

    [Fact]
    public void Transition_time_stays_while_the_status_does()
    {
        var next = new ConditionList(Ready, 2, Now).True("Ready", "StillGood", "it works on").Get("Ready")!;
        Assert.Equal((Before, "StillGood", 2L), (next.LastTransitionTime!.Value, next.Reason, next.ObservedGeneration!.Value));
    }

    [Fact]
    public void Transition_time_moves_with_the_status_in_whole_seconds()
    {
        var next = new ConditionList(Ready, 1, Now).False("Ready", "Broken", "it does not").Get("Ready")!;
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), next.LastTransitionTime);
    }

    [Fact]
    public void Unchanged_judgement_gives_equal_conditions() =>
        Assert.Equal(Ready, new ConditionList(Ready, 1, Now).True("Ready", "AllGood", "it works").ToList());

    [Fact]
    public void Order_is_stable_and_each_type_is_there_once()
    {
        var list = new ConditionList(Ready, 1, Now).Unknown("Degraded", "X", "").True("Ready", "Y", "").False("Degraded", "Z", "").ToList();
        Assert.Equal(["Ready", "Degraded"], list.Select(c => c.Type));
        Assert.Equal(["True", "False"], list.Select(c => c.Status));
    }

    [Fact]
    public void Removed_condition_is_gone() => Assert.Empty(new ConditionList(Ready, 1, Now).Remove("Ready").ToList());
}
