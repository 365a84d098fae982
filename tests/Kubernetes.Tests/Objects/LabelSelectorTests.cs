using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Tests.Objects;

public sealed class LabelSelectorTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["app"] = "x", ["tier"] = "" };

    [Theory]
    [InlineData("app", "In", "x,y", true, "app in (x,y)")]
    [InlineData("app", "In", "y", false, "app in (y)")]
    [InlineData("none", "In", "x", false, "none in (x)")]
    [InlineData("app", "NotIn", "x", false, "app notin (x)")]
    [InlineData("none", "NotIn", "x", true, "none notin (x)")]
    [InlineData("tier", "Exists", "", true, "tier")]
    [InlineData("tier", "DoesNotExist", "", false, "!tier")]
    [InlineData("none", "DoesNotExist", "", true, "!none")]
    public void Requirement_matches_as_the_API_says(string key, string op, string values, bool matches, string query)
    {
        var requirement = new LabelSelectorRequirement { Key = key, Operator = op, Values = values.Split(',', StringSplitOptions.RemoveEmptyEntries) };
        var selector = new LabelSelector { MatchExpressions = [requirement] };
        Assert.Equal((matches, query), (selector.Matches(Labels), selector.ToQuery()));
    }

    [Fact]
    public void Unknown_operator_is_refused_naming_those_known() =>
        Assert.Contains("one of In, NotIn", Assert.Throws<FormatException>(() => new LabelSelectorRequirement { Key = "a", Operator = "Like" }.ToQuery()).Message, StringComparison.Ordinal);

    [Fact]
    public void Empty_selector_matches_everything() => Assert.True(new LabelSelector().Matches(null));

    [Theory]
    [InlineData("9", "10", -1)]
    [InlineData("10", "10", 0)]
    [InlineData("18446744073709551616", "9", 1)]
    [InlineData("", "1", -1)]
    public void Versions_compare_as_numbers_of_any_length(string left, string right, int order) =>
        Assert.Equal(order, Math.Sign(ResourceVersion.Compare(left, right)));
}
