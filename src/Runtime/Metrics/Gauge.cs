namespace Daytwo.Runtime.Metrics;

/// <summary>A number that rises and falls. Safe from any thread.</summary>
public sealed class Gauge
{
    private readonly AtomicDouble _value = new();
    private Func<double>? _read;

    public double Value => _read?.Invoke() ?? _value.Value;

    public void Set(double value) => _value.Value = value;

    public void Add(double by) => _value.Add(by);

    /// <summary>Lets the value be read from its source whenever it is asked for.</summary>
    public void ReadFrom(Func<double> read) => _read = read;
}
