using Daytwo.Cli.Output;

namespace Daytwo.Cli.Tests.Output;

public sealed class HumanTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1.00 KiB")]
    [InlineData(10 * 1024 * 1024, "10.0 MiB")]
    [InlineData(770_048, "752 KiB")]
    [InlineData(1_106_000_000, "1.03 GiB")]
    [InlineData(5e15, "4547 TiB")]
    public void Bytes_of_any_size_have_a_unit_and_few_digits(double bytes, string text) => Assert.Equal(text, Human.Bytes(bytes));

    [Theory]
    [InlineData(-3, "0s")]
    [InlineData(0, "0.0s")]
    [InlineData(9.94, "9.9s")]
    [InlineData(42.9, "42s")]
    [InlineData(119, "119s")]
    [InlineData(120, "2m")]
    [InlineData(185, "3m5s")]
    [InlineData(3 * 3600 + 5 * 60, "3h5m")]
    [InlineData(2 * 86400, "2d")]
    [InlineData(400 * 86400 + 3600, "400d1h")]
    public void Duration_shows_its_two_largest_units(double seconds, string text) => Assert.Equal(text, Human.Duration(TimeSpan.FromSeconds(seconds)));
}
