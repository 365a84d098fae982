using Daytwo.Webhooks.Http;

namespace Daytwo.Webhooks.Tests.Http;

public sealed class AnswerLimitTests
{
    [Theory]
    [InlineData("", 30)]
    [InlineData("?timeout=5s", 5)]
    [InlineData("?a=b&timeout=10s&c=d", 10)]
    [InlineData("?timeout=60s", 30)]
    [InlineData("?timeout=5m", 30)]
    [InlineData("?timeout=-5s", 30)]
    public void Limit_is_what_the_caller_waits_and_no_more(string query, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), AnswerLimit.Of(query, TimeSpan.FromSeconds(30)));
}
