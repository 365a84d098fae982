using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Daytwo.Profile.Metadata;

namespace Daytwo.Profile.Mibc;

/// <summary>References to assemblies, types and methods by name, each once, as the compiler resolves them.</summary>
internal sealed class References(MetadataBuilder metadata, ProgramAssemblies assemblies)
{
    /// <summary>Where the compiler finds the type that stands for "any reference type" in shared code.</summary>
    private const string CanonAssembly = "System.Private.Canon";

    private readonly Dictionary<string, EntityHandle> known = new(StringComparer.Ordinal);

    public EntityHandle Method(CompiledMethod method)
    {
        var from = assemblies.Reader(method.Type.Assembly);
        var definition = from.Metadata.GetMethodDefinition(method.Method);
        var signature = new SignatureCopy(from, this).Method(definition.Signature);
        EntityHandle reference = metadata.AddMemberReference(Owner(method.Type), metadata.GetOrAddString(from.Metadata.GetString(definition.Name)), metadata.GetOrAddBlob(signature));
        if (method.Arguments.Count == 0)
        {
            return reference;
        }

        var instantiation = new BlobBuilder();
        var arguments = new BlobEncoder(instantiation).MethodSpecificationSignature(method.Arguments.Count);
        foreach (var argument in method.Arguments)
        {
            TypeSignature.Write(arguments.AddArgument(), argument, assemblies, this);
        }

        return metadata.AddMethodSpecification(reference, metadata.GetOrAddBlob(instantiation));
    }

    /// <summary>A type that an assembly defines or refers to.</summary>
    public EntityHandle Type(AssemblyReader from, EntityHandle type)
    {
        if (type.Kind == HandleKind.TypeDefinition)
        {
            var definition = from.Metadata.GetTypeDefinition((TypeDefinitionHandle)type);
            var outer = definition.GetDeclaringType();
            var scope = !outer.IsNil ? Type(from, outer) : Assembly(from.FullName((TypeDefinitionHandle)type) == "System.__Canon" ? CanonAssembly : from.Name);
            return Type(scope, from.Metadata.GetString(definition.Namespace), from.Metadata.GetString(definition.Name));
        }

        var reference = from.Metadata.GetTypeReference((TypeReferenceHandle)type);
        return Type(reference.ResolutionScope switch
        {
            { Kind: HandleKind.AssemblyReference } a => Assembly(from.Metadata.GetString(from.Metadata.GetAssemblyReference((AssemblyReferenceHandle)a).Name)),
            { Kind: HandleKind.TypeReference } outer => Type(from, outer),
            _ => Assembly(from.Name),
        }, from.Metadata.GetString(reference.Namespace), from.Metadata.GetString(reference.Name));
    }

    public EntityHandle Specification(BlobBuilder signature) => metadata.AddTypeSpecification(metadata.GetOrAddBlob(signature));

    private EntityHandle Owner(TypeName type) => Once($"owner {type}", () =>
    {
        if (type.Arguments.Count == 0)
        {
            return Type(assemblies.Reader(type.Assembly), assemblies.Find(type)!.Value);
        }

        var signature = new BlobBuilder();
        TypeSignature.Write(new BlobEncoder(signature).TypeSpecificationSignature(), type, assemblies, this);
        return Specification(signature);
    });

    private EntityHandle Assembly(string name) => Once(name, () => metadata.AddAssemblyReference(metadata.GetOrAddString(name), new Version(0, 0, 0, 0), default, default, default, default));

    private EntityHandle Type(EntityHandle scope, string space, string name) =>
        Once($"{MetadataTokens.GetToken(scope):X8} {space}.{name}", () => metadata.AddTypeReference(scope, metadata.GetOrAddString(space), metadata.GetOrAddString(name)));

    private EntityHandle Once(string key, Func<EntityHandle> add) => known.TryGetValue(key, out var handle) ? handle : known[key] = add();
}
