using Daytwo.Runtime.Hosting;

namespace Daytwo.Runtime.Tests.Hosting;

public sealed class QuietRuleTests
{
    private readonly QuietRule _rule = new(burst: 100, quiet: 5);

    [Fact]
    public void Memory_is_given_back_once_after_a_burst_has_ended()
    {
        Assert.False(_rule.Decide(50));
        Assert.False(_rule.Decide(500));
        Assert.True(_rule.Decide(503));
        Assert.False(_rule.Decide(505));
        Assert.False(_rule.Decide(600));
        Assert.False(_rule.Decide(602));
        Assert.True(_rule.Decide(604));
    }

    [Fact]
    public void Little_work_is_not_worth_it()
    {
        Assert.False(_rule.Decide(50));
        Assert.False(_rule.Decide(51));
    }
}
