using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Tests.Schema.Validation;

public sealed class FormatsTests
{
    [Theory]
    [InlineData("date-time", "2026-01-02T03:04:05Z", "2026-01-02 03:04:05Z")]
    [InlineData("date-time", "2026-01-02T03:04:05.123+02:00", "2026-01-02T24:00:00Z")]
    [InlineData("date", "2026-02-28", "2026-02-30")]
    [InlineData("duration", "1h30m", "soon")]
    [InlineData("duration", "3 days", "")]
    [InlineData("ipv4", "10.0.0.1", "10.0.1")]
    [InlineData("ipv6", "fe80::1", "10.0.0.1")]
    [InlineData("cidr", "10.0.0.0/8", "10.0.0.0/33")]
    [InlineData("uri", "https://s3.example/b", "bucket")]
    [InlineData("hostname", "a.example.com", "-a")]
    [InlineData("email", "a@example.com", "example.com")]
    [InlineData("byte", "aGk=", "aGk")]
    [InlineData("uuid", "123e4567-e89b-12d3-a456-426614174000", "123e4567")]
    [InlineData("uuid4", "123e4567-e89b-42d3-a456-426614174000", "123e4567-e89b-12d3-a456-426614174000")]
    [InlineData("mac", "00:1A:2b:3c:4d:5e", "00:1A:2b:3c:4d")]
    [InlineData("hexcolor", "#FFF", "#FFFF")]
    [InlineData("rgbcolor", "rgb(1, 2, 255)", "rgb(1,2)")]
    [InlineData("isbn10", "0321751043", "0321751044")]
    [InlineData("isbn13", "978-0321751041", "978-0321751042")]
    [InlineData("creditcard", "4111 1111 1111 1111", "4111 1111 1111 1112")]
    [InlineData("ssn", "123-45-6789", "12-345-6789")]
    [InlineData("k8s-short-name", "a-b", "a.b")]
    [InlineData("k8s-long-name", "a.b-c", "a..b")]
    public void Format_accepts_its_kind_and_refuses_others(string format, string good, string bad)
    {
        Assert.True(Formats.Accepts(format, good));
        Assert.False(Formats.Accepts(format, bad));
    }
}
