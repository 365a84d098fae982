namespace Daytwo.Runtime.Metrics;

/// <summary>A double that any thread may change without a lock.</summary>
internal sealed class AtomicDouble
{
    private double _value;

    public double Value
    {
        get => Volatile.Read(ref _value);
        set => Volatile.Write(ref _value, value);
    }

    public void Add(double by)
    {
        double seen;
        do
        {
            seen = Volatile.Read(ref _value);
        }
        while (!BitConverter.DoubleToInt64Bits(Interlocked.CompareExchange(ref _value, seen + by, seen)).Equals(BitConverter.DoubleToInt64Bits(seen)));
    }
}
