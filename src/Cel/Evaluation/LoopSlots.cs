namespace Daytwo.Cel.Evaluation;

/// <summary>The places of a loop's variables in a run; -1 where it has no such variable.</summary>
internal readonly record struct LoopSlots(int Accumulator, int Variable, int Second);
