using Daytwo.Cel.Types;

namespace Daytwo.Cel;

/// <summary>An input that expressions may name.</summary>
/// <param name="Name">As in expressions; may hold dots (<c>authorizer.requestResource</c>).</param>
/// <param name="Type">What the checker takes it for.</param>
public sealed record CelVariable(string Name, CelType Type);
