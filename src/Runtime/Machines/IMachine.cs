namespace Daytwo.Runtime.Machines;

/// <summary>
/// A protocol as data: it is told what happened and when, and answers what to do. It performs no I/O, starts no timer and
/// reads no clock, so a test drives it through years in milliseconds, and the same inputs always give the same outputs.
/// </summary>
/// <remarks>Not thread-safe: its shell hands inputs in one at a time.</remarks>
public interface IMachine<TIn, TOut>
{
    /// <summary>Takes one input and appends what is to be done, in order, to <paramref name="output"/>.</summary>
    /// <param name="now">Never earlier than in the call before.</param>
    void Handle(in TIn input, Tick now, List<TOut> output);

    /// <summary>When the machine wants its elapsed-time input even if nothing else happens; null when only an event can move it.</summary>
    Tick? WakeAt { get; }
}
