using Daytwo.Storage.S3;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Storage.Tests.S3;

public sealed class PartSizesTests
{
    private const long Mebi = 1024 * 1024;

    [Fact]
    public void PartSizes_without_a_bound_hold_five_tebibytes_in_ten_thousand_parts()
    {
        var sizes = new PartSizes(null);
        Assert.True(Enumerable.Range(0, PartSizes.MaxParts).Sum(i => (long)sizes.Of(i)) > 4L * Mebi * Mebi);
        Assert.Equal(5 * Mebi, sizes.Of(999));
        Assert.Equal(10 * Mebi, sizes.Of(1000));
    }

    [Fact]
    public void PartSizes_of_anything_etcd_can_hold_stay_small() => Assert.Equal(5 * Mebi, new PartSizes(40L * 1024 * Mebi).Of(0));

    [Fact]
    public void PartSizes_with_a_bound_are_all_of_one_size_and_suffice()
    {
        var bounds = Gen.Choose(0, int.MaxValue).Select(i => i * 1024L).ToArbitrary();
        Prop.ForAll(bounds, bound =>
        {
            var sizes = new PartSizes(bound);
            var needed = (bound / sizes.Of(0)) + 1;
            return needed <= PartSizes.MaxParts && Enumerable.Range(0, (int)Math.Min(needed, 8_000)).All(i => sizes.Of(i) == sizes.Of(0));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void PartSizes_grow_at_the_end_when_the_bound_was_too_low() => Assert.True(new PartSizes(1).Of(9_999) > new PartSizes(1).Of(0));
}
