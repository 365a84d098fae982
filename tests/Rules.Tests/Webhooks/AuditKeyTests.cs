using Daytwo.Rules.Webhooks;

namespace Daytwo.Rules.Tests.Webhooks;

public sealed class AuditKeyTests
{
    [Fact]
    public void Rule_and_key_stand_whole_where_they_fit() => Assert.Equal("no-latest-tag.images", AuditKey.Of("no-latest-tag", "images"));

    [Theory]
    [InlineData(63, 1)]
    [InlineData(56, 7)]
    [InlineData(10, 53)]
    [InlineData(63, 63)]
    public void Longer_ones_are_cut_to_what_apiservers_keep(int rule, int key) =>
        Assert.Matches("^[a-z0-9][-a-z0-9.]{0,61}[a-z0-9]$", AuditKey.Of(new string('r', rule), new string('k', key)));

    [Fact]
    public void Key_stays_whole_and_rules_stay_apart_when_their_name_is_cut()
    {
        var name = new string('r', 62);
        Assert.EndsWith(".images", AuditKey.Of(name + "a", "images"), StringComparison.Ordinal);
        Assert.NotEqual(AuditKey.Of(name + "a", "images"), AuditKey.Of(name + "b", "images"));
    }

    [Fact]
    public void Keys_without_room_for_the_name_stay_apart() =>
        Assert.NotEqual(AuditKey.Of("a", new string('k', 63)), AuditKey.Of("b", new string('k', 63)));
}
