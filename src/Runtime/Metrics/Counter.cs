namespace Daytwo.Runtime.Metrics;

/// <summary>A number that only rises. Safe from any thread.</summary>
public sealed class Counter
{
    private readonly AtomicDouble _value = new();
    private Func<double>? _read;

    public double Value => _read?.Invoke() ?? _value.Value;

    public void Increment(double by = 1) => _value.Add(by);

    /// <summary>Lets the value be read from where it is counted already, when it is asked for.</summary>
    public void ReadFrom(Func<double> read) => _read = read;
}
