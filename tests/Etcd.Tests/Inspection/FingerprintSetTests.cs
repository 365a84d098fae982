using Daytwo.Etcd.Inspection;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Inspection;

public sealed class FingerprintSetTests
{
    [Fact]
    public void Additions_and_removals_agree_with_a_set() => Prop.ForAll<(byte, bool)[]>(steps =>
    {
        var set = new FingerprintSet();
        var model = new HashSet<ulong>();
        foreach (var (value, add) in steps)
        {
            // Few distinct places, so that entries push each other aside.
            var fingerprint = ((ulong)(value % 5) << 20) | ((ulong)(value + 1) << 40);
            var same = add ? set.Add(fingerprint) == model.Add(fingerprint) : set.Remove(fingerprint) == model.Remove(fingerprint);
            if (!same || set.Count != model.Count || !model.All(set.Contains))
            {
                return false;
            }
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Many_keys_are_all_found_again()
    {
        var set = new FingerprintSet();
        var keys = Enumerable.Range(0, 100_000).Select(i => KeyFingerprint.Of(System.Text.Encoding.UTF8.GetBytes($"/registry/pods/{i}"))).ToList();
        keys.ForEach(k => set.Add(k));
        keys.Where((_, i) => i % 3 == 0).ToList().ForEach(k => set.Remove(k));

        Assert.Equal(keys.Where((_, i) => i % 3 != 0).Count(), set.Count);
        Assert.All(keys.Where((_, i) => i % 3 != 0), k => Assert.True(set.Contains(k)));
    }

    [Fact]
    public void Keys_that_differ_in_any_byte_differ_in_fingerprint() => Prop.ForAll<NonEmptyArray<byte>, byte>((key, at) =>
    {
        var other = (byte[])key.Get.Clone();
        other[at % other.Length] ^= 1;
        return KeyFingerprint.Of(key.Get) != KeyFingerprint.Of(other) && KeyFingerprint.Of(key.Get) != KeyFingerprint.Of([.. key.Get, 0]);
    }).QuickCheckThrowOnFailure();
}
