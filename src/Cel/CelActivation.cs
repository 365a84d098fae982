using Daytwo.Cel.Values;

namespace Daytwo.Cel;

/// <summary>The values of an environment's variables for runs of its programs. May be filled once and used for many runs, one after the other or side by side.</summary>
public sealed class CelActivation(CelEnvironment environment)
{
    private readonly CelValue[] _values = new CelValue[environment.VariableCount];

    public CelEnvironment Environment { get; } = environment;

    /// <summary>Sets a variable.</summary>
    /// <exception cref="ArgumentException">The environment declares no such variable.</exception>
    public CelActivation Set(string name, CelValue value)
    {
        var slot = Environment.SlotOf(name);
        if (slot < 0)
        {
            throw new ArgumentException($"the environment declares no variable '{name}'", nameof(name));
        }

        _values[slot] = value;
        return this;
    }

    internal void CopyTo(CelValue[] slots) => _values.AsSpan().CopyTo(slots);
}
