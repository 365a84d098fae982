using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Daytwo.Profile.Metadata;

namespace Daytwo.Profile.Mibc;

/// <summary>
/// Writes the file that crossgen2 reads with <c>--mibc</c>: an assembly that is never run. Its global method AssemblyDictionary loads, per
/// defining assembly, that assembly's name and the token of a method whose code loads the tokens and weights of the methods in the profile.
/// </summary>
internal sealed class MibcFile(ProgramAssemblies assemblies)
{
    private const string Name = "profile";
    private readonly MetadataBuilder metadata = new();
    private readonly MethodBodyStreamEncoder bodies = new(new BlobBuilder());

    /// <summary>The same methods give the same bytes.</summary>
    public byte[] Write(IReadOnlyList<CompiledMethod> methods)
    {
        var references = new References(metadata, assemblies);
        var nothing = new BlobBuilder();
        new BlobEncoder(nothing).MethodSignature().Parameters(0, r => r.Void(), _ => { });
        var signature = metadata.GetOrAddBlob(nothing);
        var dictionary = new InstructionEncoder(new BlobBuilder());
        foreach (var group in methods.GroupBy(m => m.Type.Assembly).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var code = new InstructionEncoder(new BlobBuilder());
            foreach (var method in group)
            {
                code.OpCode(ILOpCode.Ldtoken);
                code.Token(references.Method(method));
                code.LoadString(metadata.GetOrAddUserString("ExclusiveWeight"));
                code.LoadConstantI4(method.Weight);
                code.OpCode(ILOpCode.Pop);
            }

            dictionary.LoadString(metadata.GetOrAddUserString(group.Key + ";"));
            dictionary.OpCode(ILOpCode.Ldtoken);
            dictionary.Token(AddMethod("Assemblies_" + group.Key, signature, code));
            dictionary.OpCode(ILOpCode.Pop);
        }

        AddMethod("AssemblyDictionary", signature, dictionary);
        return Serialize();
    }

    private MethodDefinitionHandle AddMethod(string name, BlobHandle signature, InstructionEncoder code)
    {
        code.OpCode(ILOpCode.Ret);
        return metadata.AddMethodDefinition(
            MethodAttributes.Public | MethodAttributes.Static, MethodImplAttributes.IL, metadata.GetOrAddString(name), signature, bodies.AddMethodBody(code), MetadataTokens.ParameterHandle(1));
    }

    private byte[] Serialize()
    {
        var id = new BlobContentId(Guid.Empty, 0);
        metadata.AddModule(0, metadata.GetOrAddString(Name), metadata.GetOrAddGuid(id.Guid), default, default);
        metadata.AddAssembly(metadata.GetOrAddString(Name), new Version(0, 0, 0, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        var image = new BlobBuilder();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), bodies.Builder, deterministicIdProvider: _ => id).Serialize(image);
        return image.ToArray();
    }
}
