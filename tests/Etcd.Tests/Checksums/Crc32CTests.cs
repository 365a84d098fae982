using Daytwo.Etcd.Checksums;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Checksums;

public sealed class Crc32CTests
{
    [Fact]
    public void Check_value_of_the_standard_comes_out() => Assert.Equal(0xE3069283u, Of("123456789"u8));

    [Fact]
    public void Nothing_hashes_to_zero() => Assert.Equal(0u, Of([]));

    [Fact]
    public void Pieces_hash_as_the_whole() => Prop.ForAll<byte[], byte[]>((a, b) =>
    {
        var pieces = new Crc32C();
        pieces.Append(a);
        pieces.Append(b);
        return pieces.Value == Of([.. a, .. b]);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Fnv_of_known_texts_comes_out()
    {
        Assert.Equal(0xcbf29ce484222325, Fnv1A.Compute([]));
        Assert.Equal(0xaf63dc4c8601ec8c, Fnv1A.Compute("a"u8));
    }

    private static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = new Crc32C();
        crc.Append(bytes);
        return crc.Value;
    }
}
