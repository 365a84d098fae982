using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Parsing;

/// <summary>A call that is rewritten while parsing.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Arity">How many arguments it takes, without the target.</param>
/// <param name="IsMember">Whether it is called on a target.</param>
/// <param name="Expand">Makes the tree that stands for the call.</param>
internal sealed record Macro(string Name, int Arity, bool IsMember, Func<NodeFactory, Expression?, Expression[], Expression> Expand);
