using System.Runtime.CompilerServices;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>Two arguments side by side, on the stack.</summary>
[InlineArray(2)]
internal struct ValuePair
{
    private CelValue _first;
}
