namespace Daytwo.Backup.Tests;

public sealed class EncryptionKeyTests
{
    private const string Zeros = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    [Theory]
    [InlineData(Zeros)]
    [InlineData("  " + Zeros + "\n")]
    public void EncryptionKey_is_read_from_base64_with_white_space_around(string text)
    {
        using var key = EncryptionKey.Parse(text);
        Assert.Matches("^[0-9a-f]{16}$", key.Id);
        Assert.Equal(EncryptionKey.FromBytes(new byte[32]).Id, key.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 at all !!")]
    [InlineData("AAAA")]
    [InlineData(Zeros + Zeros)]
    public void EncryptionKey_of_another_shape_is_refused_without_quoting_it(string text)
    {
        var failure = Assert.Throws<FormatException>(() => EncryptionKey.Parse(text));
        Assert.Contains("32 bytes", failure.Message, StringComparison.Ordinal);
        Assert.True(text.Length == 0 || !failure.Message.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void EncryptionKey_of_a_megabyte_is_refused() => Assert.Throws<FormatException>(() => EncryptionKey.Parse(new string('A', 1 << 20)));

    [Fact]
    public void EncryptionKey_tells_nothing_of_itself_when_printed() => Assert.Equal($"EncryptionKey {Support.Backups.Key.Id}", Support.Backups.Key.ToString());
}
