using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Daytwo.Profile.Metadata;

/// <summary>Types and methods of one assembly by name.</summary>
internal sealed class AssemblyReader
{
    private readonly Dictionary<string, TypeDefinitionHandle> types = new(StringComparer.Ordinal);

    public AssemblyReader(string file)
    {
        Name = Path.GetFileNameWithoutExtension(file);
        Metadata = new PEReader([.. File.ReadAllBytes(file)]).GetMetadataReader();
        foreach (var type in Metadata.TypeDefinitions)
        {
            types[FullName(type)] = type;
        }
    }

    public string Name { get; }

    public MetadataReader Metadata { get; }

    public TypeDefinitionHandle? Find(string fullName) => types.TryGetValue(fullName, out var type) ? type : null;

    /// <summary>How many type parameters it has, those of enclosing types included.</summary>
    public int Parameters(TypeDefinitionHandle type) => Metadata.GetTypeDefinition(type).GetGenericParameters().Count;

    /// <summary>Namespace and name, nested types behind a plus sign.</summary>
    public string FullName(TypeDefinitionHandle type)
    {
        var definition = Metadata.GetTypeDefinition(type);
        var (space, name) = (Metadata.GetString(definition.Namespace), Metadata.GetString(definition.Name));
        return definition.GetDeclaringType() is { IsNil: false } outer ? $"{FullName(outer)}+{name}" : space.Length == 0 ? name : $"{space}.{name}";
    }

    public string MethodName(int token) => Metadata.GetString(Metadata.GetMethodDefinition((MethodDefinitionHandle)MetadataTokens.EntityHandle(token)).Name);

    /// <summary>Whether values of it are stored in place.</summary>
    public bool IsValueType(TypeDefinitionHandle type)
    {
        var parent = Metadata.GetTypeDefinition(type).BaseType;
        var name = parent switch
        {
            { IsNil: true } => "",
            { Kind: HandleKind.TypeReference } => Joined(Metadata.GetTypeReference((TypeReferenceHandle)parent)),
            { Kind: HandleKind.TypeDefinition } => FullName((TypeDefinitionHandle)parent),
            _ => "",
        };
        return name == "System.Enum" || (name == "System.ValueType" && FullName(type) != "System.Enum");
    }

    /// <summary>The methods of that name and number of own type parameters that have code.</summary>
    public IEnumerable<MethodDefinitionHandle> Bodies(TypeDefinitionHandle type, string name, int parameters) =>
        from handle in Metadata.GetTypeDefinition(type).GetMethods()
        let method = Metadata.GetMethodDefinition(handle)
        where HasCode(method) && method.GetGenericParameters().Count == parameters && Metadata.StringComparer.Equals(method.Name, name)
        select handle;

    /// <summary>All methods that have code and no type parameters, in their order.</summary>
    public IEnumerable<(string Type, MethodDefinitionHandle Method)> NonGenericBodies() =>
        from type in Metadata.TypeDefinitions
        where Parameters(type) == 0
        let name = FullName(type)
        from handle in Metadata.GetTypeDefinition(type).GetMethods()
        let method = Metadata.GetMethodDefinition(handle)
        where HasCode(method) && method.GetGenericParameters().Count == 0
        select (name, handle);

    private static bool HasCode(MethodDefinition method) => method.RelativeVirtualAddress != 0 && (method.Attributes & MethodAttributes.PinvokeImpl) == 0;

    private string Joined(TypeReference type) => $"{Metadata.GetString(type.Namespace)}.{Metadata.GetString(type.Name)}";
}
