using Daytwo.Cel.Values;

namespace Daytwo.Cel.Types;

/// <summary>What a call costs beyond its arguments.</summary>
/// <param name="arguments">As they were evaluated; may be errors.</param>
internal delegate long CallCost(ReadOnlySpan<CelValue> arguments, CelValue result);
