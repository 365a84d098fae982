namespace Daytwo.Cel.Values;

internal sealed class TimestampHandle(CelTimestamp timestamp) : ValueHandle(CelKind.Timestamp)
{
    public CelTimestamp Timestamp { get; } = timestamp;
}
