namespace Daytwo.Cel.Values;

/// <summary>The fields of an object that are computed when an expression reads them: <c>variables</c> of a policy. The implementation remembers what it computed.</summary>
public interface ILazyFields
{
    /// <summary>The names of all fields.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The value of a field, or why it has none as an error value.</summary>
    /// <param name="index">Its place in <see cref="Names"/>.</param>
    CelValue Get(int index);
}
