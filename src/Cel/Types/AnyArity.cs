using Daytwo.Cel.Values;

namespace Daytwo.Cel.Types;

/// <summary>An implementation for three and more arguments, or for none.</summary>
internal delegate CelValue AnyArity(ReadOnlySpan<CelValue> arguments);
