using System.Security.Cryptography;
using Daytwo.Backup.Digests;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Backup.Tests.Digests;

public sealed class StoredDigestTests
{
    [Fact]
    public void StoredDigest_is_the_sha256_and_its_checkpoints_those_of_the_beginnings()
    {
        var bytes = new byte[1_000_000];
        new Random(3).NextBytes(bytes);
        Prop.ForAll(Gen.Choose(1, 200_000).ToArbitrary(), piece =>
        {
            using var digest = new StoredDigest();
            for (var at = 0; at < bytes.Length; at += piece)
            {
                digest.Append(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
            }

            var checkpoints = digest.Checkpoints!;
            var right = checkpoints.Sha256.Index().All(c =>
                c.Item == Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, (int)((c.Index + 1) * checkpoints.Interval))))[..StoredDigest.DigestLength]);
            return right && checkpoints.Sha256.Count == 1_000_000 / checkpoints.Interval && digest.Finish() == Convert.ToHexStringLower(SHA256.HashData(bytes));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void StoredDigest_of_a_large_object_keeps_few_checkpoints()
    {
        using var digest = new StoredDigest(interval: 16);
        var bytes = new byte[16 * 1000];
        digest.Append(bytes);
        Assert.Equal(16 * 8, digest.Checkpoints!.Interval);
        Assert.InRange(digest.Checkpoints.Sha256.Count, 60, 127);
    }
}
