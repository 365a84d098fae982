using System.Security.Cryptography;
using Daytwo.Etcd.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Snapshots;

public sealed class SnapshotDigestTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1024).Select(i => (byte)(i * 7))];
    private static readonly byte[] Sound = [.. Content, .. SHA256.HashData(Content)];

    [Fact]
    public void Sound_file_in_any_pieces_is_accepted() => Prop.ForAll<byte[]>(lengths =>
    {
        var digests = Verify(Sound, lengths);
        return digests.Content == Convert.ToHexStringLower(Sound[^32..]) && digests.File == Convert.ToHexStringLower(SHA256.HashData(Sound));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_flipped_bit_is_found() => Prop.ForAll<ushort, byte>((at, bit) =>
    {
        var damaged = (byte[])Sound.Clone();
        damaged[at % damaged.Length] ^= (byte)(1 << (bit % 8));
        return Assert.Throws<SnapshotDamagedException>(() => Verify(damaged, [])).Message.Contains("bytes were changed or lost", StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(1024)]
    [InlineData(1055)]
    public void File_cut_short_is_refused(int length) => Assert.Throws<SnapshotDamagedException>(() => Verify(Sound[..length], []));

    private static SnapshotDigests Verify(byte[] file, byte[] lengths)
    {
        using var digest = new SnapshotDigest();
        foreach (var piece in Cuts.Of(file, lengths))
        {
            digest.Append(piece.Span);
        }

        return digest.Verify();
    }
}
