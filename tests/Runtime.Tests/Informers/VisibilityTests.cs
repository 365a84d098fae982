using Daytwo.Runtime.Informers;

namespace Daytwo.Runtime.Tests.Informers;

public sealed class VisibilityTests
{
    private readonly Visibility _visibility = new();
    private readonly List<string> _seen = [];

    [Fact]
    public void Version_not_reached_waits_for_it_or_a_later_one()
    {
        _visibility.Advance("9");
        Await("10", "12", "11");
        Assert.Empty(_seen);
        _visibility.Advance("11");
        Assert.Equal(["10", "11"], _seen);
        _visibility.Advance("100");
        Assert.Equal(["10", "11", "12"], _seen);
    }

    [Fact]
    public void Version_reached_does_not_wait()
    {
        _visibility.Advance("10");
        Await("9", "10");
        Assert.Equal(["9", "10"], _seen);
    }

    [Fact]
    public void Cluster_restored_to_the_past_releases_all_who_wait()
    {
        _visibility.Advance("1000");
        Await("1005");
        _visibility.Restart("400");
        Assert.Equal(["1005"], _seen);
        Assert.Equal("400", _visibility.Seen);
    }

    [Fact]
    public void Listing_again_later_keeps_waiting_for_what_is_later_still()
    {
        _visibility.Advance("1000");
        Await("1005", "2000");
        _visibility.Restart("1500");
        Assert.Equal(["1005"], _seen);
    }

    [Fact]
    public void Deletion_waits_until_told()
    {
        var pending = true;
        _visibility.WhenDeleted("u", () => pending, () => _seen.Add("u"));
        Assert.Empty(_seen);
        pending = false;
        _visibility.Deleted("u");
        _visibility.WhenDeleted("u", () => pending, () => _seen.Add("u again"));
        Assert.Equal(["u", "u again"], _seen);
    }

    private void Await(params string[] versions)
    {
        foreach (var version in versions)
        {
            _visibility.WhenSeen(version, () => _seen.Add(version));
        }
    }
}
