using System.Reflection.Metadata;

namespace Daytwo.Profile;

/// <summary>A method to compile ahead.</summary>
/// <param name="Type">What it belongs to, with all type arguments.</param>
/// <param name="Method">Its definition in the type's assembly.</param>
/// <param name="Arguments">The method's own type arguments.</param>
/// <param name="Weight">What decides beside which others its code lies.</param>
internal sealed record CompiledMethod(TypeName Type, MethodDefinitionHandle Method, IReadOnlyList<TypeName> Arguments, int Weight);
