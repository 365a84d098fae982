using Daytwo.Etcd.Grpc;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Grpc;

public sealed class GrpcTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("100%25 sure", "100% sure")]
    [InlineData("%E2%82%AC", "€")]
    [InlineData("cut %E", "cut %E")]
    [InlineData("bad %zz", "bad %zz")]
    [InlineData("%", "%")]
    public void Escapes_are_decoded_and_broken_ones_kept(string encoded, string expected) => Assert.Equal(expected, GrpcText.Decode(encoded));

    [Fact]
    public void Encoded_text_decodes_to_itself() => Prop.ForAll<NonNull<string>>(text =>
    {
        // Half a surrogate pair is no text.
        var valid = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text.Get));
        return GrpcText.Decode(Uri.EscapeDataString(valid)) == valid;
    }).QuickCheckThrowOnFailure();
}
