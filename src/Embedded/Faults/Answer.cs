using System.Diagnostics.CodeAnalysis;

namespace Daytwo.Embedded.Faults;

/// <summary>A value, or the refusal that came instead.</summary>
internal readonly struct Answer<T>
{
    private readonly T? value;
    private readonly Fault? fault;

    private Answer(T? value, Fault? fault) => (this.value, this.fault) = (value, fault);

    /// <summary>True with the refusal when there is no value.</summary>
    public bool Refused([NotNullWhen(false)] out T? value, [NotNullWhen(true)] out Fault? fault)
    {
        value = this.value;
        fault = this.fault;
        return fault is not null;
    }

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Fault fault) => new(default, fault);
}
