namespace Daytwo.Bench.Echo;

internal sealed record EchoValue
{
    public string? Value { get; init; }
}
