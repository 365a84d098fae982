using Daytwo.Cel.Types;

namespace Daytwo.Cel;

/// <summary>An object type with declared fields: selecting another field does not compile.</summary>
/// <param name="Name">The name under which <see cref="CelType.Struct"/> refers to it.</param>
/// <param name="Fields">Types of the fields by name.</param>
public sealed record CelObjectType(string Name, IReadOnlyDictionary<string, CelType> Fields);
