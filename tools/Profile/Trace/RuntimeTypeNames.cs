using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Daytwo.Profile.Metadata;

namespace Daytwo.Profile.Trace;

/// <summary>Names for types that events number.</summary>
internal sealed class RuntimeTypeNames(IReadOnlyDictionary<ulong, string> modules, IReadOnlyDictionary<ulong, RuntimeType> types, ProgramAssemblies assemblies)
{
    /// <summary>The type's name; null when the events do not explain it or it cannot be written, as function pointers.</summary>
    public TypeName? Of(ulong id)
    {
        if (!types.TryGetValue(id, out var type) || Of(type.Arguments) is not { } arguments)
        {
            return null;
        }

        var code = (SignatureTypeCode)type.Element;
        if (type.IsArray || code is SignatureTypeCode.SZArray or SignatureTypeCode.Array)
        {
            return code == SignatureTypeCode.Array && type.Rank < 2 ? null : new TypeName($"[{new string(',', Math.Max(0, type.Rank - 1))}]", arguments);
        }

        return code switch
        {
            SignatureTypeCode.Pointer => new TypeName("*", arguments),
            SignatureTypeCode.ByReference => new TypeName("&", arguments),
            _ when !modules.TryGetValue(type.Module, out var module) || MetadataTokens.EntityHandle(type.Token) is not { Kind: HandleKind.TypeDefinition, IsNil: false } handle => null,
            _ => TypeName.Of(modules[type.Module], assemblies.Reader(modules[type.Module]).FullName((TypeDefinitionHandle)MetadataTokens.EntityHandle(type.Token)), arguments),
        };
    }

    /// <summary>All names, or null when one is missing.</summary>
    public IReadOnlyList<TypeName>? Of(ulong[] ids)
    {
        var names = ids.Select(Of).OfType<TypeName>().ToList();
        return names.Count == ids.Length ? names : null;
    }
}
