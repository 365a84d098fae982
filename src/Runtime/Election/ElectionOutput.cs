using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Election;

/// <summary>What an election wants done.</summary>
/// <param name="Deadline">Of Lead and Extend: until when we may act.</param>
internal readonly record struct ElectionOutput(ElectionOutputKind Kind, Tick Deadline = default);
