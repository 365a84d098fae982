using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;

namespace Daytwo.Cel.Costs.Estimating;

/// <summary>What is known of an argument before anything runs.</summary>
/// <param name="Expression">Null for the elements of a list.</param>
/// <param name="Path">From a variable, field by field; empty when it does not come from one.</param>
/// <param name="Computed">Its size as the expression tells it; null when it does not.</param>
internal sealed record Operand(Expression? Expression, CelType Type, IReadOnlyList<string> Path, SizeRange? Computed);
