using Daytwo.Rules.Webhooks;

namespace Daytwo.Rules.Tests.Webhooks;

public sealed class LoggedVerdictsTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        var read = LoggedVerdicts.Read("validate-ignore.webhooks.daytwo.dev/verdicts", LoggedVerdicts.Write([new("passes", []), new("broken", ["a \"b\"", "c"])]));
        Assert.Empty(read["passes"]);
        Assert.Equal(["a \"b\"", "c"], read["broken"]);
    }

    [Theory]
    [InlineData("validate-ignore.webhooks.daytwo.dev/no-latest-tag.verdicts")]
    [InlineData("webhooks.example.com/verdicts")]
    [InlineData("authorization.k8s.io/decision")]
    public void Other_annotations_say_nothing(string key) => Assert.Empty(LoggedVerdicts.Read(key, "allow"));
}
