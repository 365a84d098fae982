using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Daytwo.Profile.Metadata;
using Daytwo.Profile.Mibc;

namespace Daytwo.Profile.Tests.Mibc;

public sealed class MibcFileTests
{
    private static readonly ProgramAssemblies Framework = ProgramAssemblies.Of(Path.GetDirectoryName(typeof(object).Assembly.Location)!);

    [Theory]
    [InlineData("System.String\n\tTrim\n", "System.String Trim()")]
    [InlineData("System.Collections.Generic.List`1[System.Byte[]]\n\tAdd\n", "Void Add(Byte[])")]
    [InlineData("System.Collections.Generic.Dictionary`2[System.Int32[,],System.Collections.Generic.KeyValuePair`2[System.Object,System.DateTime]]\n\tTryGetValue\n", "Boolean TryGetValue(Int32[,], System.Collections.Generic.KeyValuePair`2[System.Object,System.DateTime] ByRef)")]
    [InlineData("System.Array\n\tIndexOf [System.Guid]\n", "Int32 IndexOf[Guid](System.Guid[], System.Guid)")]
    [InlineData("System.IO.Compression!System.IO.Compression.ZipArchive\n\tCreateEntry\n", "System.IO.Compression.ZipArchiveEntry CreateEntry(System.String)")]
    public void Method_in_the_file_is_the_one_that_the_profile_names(string profile, string expected)
    {
        var file = Write(profile);
        Assert.Contains(expected, Resolved(file));
    }

    [Fact]
    public void Shared_code_refers_to_the_type_that_stands_for_all_references()
    {
        using var reader = new PEReader([.. Write("System.Collections.Generic.List`1[System.__Canon]\n\tAdd\n")]);
        var metadata = reader.GetMetadataReader();
        Assert.Contains("System.Private.Canon", metadata.AssemblyReferences.Select(a => metadata.GetString(metadata.GetAssemblyReference(a).Name)));
    }

    [Fact]
    public void File_has_a_dictionary_and_a_method_for_each_assembly()
    {
        using var reader = new PEReader([.. Write("System.String\n\tTrim\nSystem.IO.Compression!System.IO.Compression.ZipArchive\n\tCreateEntry\n")]);
        var metadata = reader.GetMetadataReader();
        Assert.Equal(
            ["Assemblies_System.IO.Compression", "Assemblies_System.Private.CoreLib", "AssemblyDictionary"],
            metadata.MethodDefinitions.Select(m => metadata.GetString(metadata.GetMethodDefinition(m).Name)));
    }

    [Fact]
    public void Same_profile_gives_the_same_bytes() => Assert.Equal(Write("System.String\n\tTrim\n"), Write("System.String\n\tTrim\n"));

    private static byte[] Write(string profile) => new MibcFile(Framework).Write([.. CompiledAhead.Of(UsedCode.Parse(profile), Framework)]);

    /// <summary>What the runtime makes of the references: the resolution that the compiler does too.</summary>
    private static List<string> Resolved(byte[] file)
    {
        using var reader = new PEReader([.. file]);
        var metadata = reader.GetMetadataReader();
        var module = Assembly.Load(file).ManifestModule;
        var specified = Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.MethodSpec)).Select(row => MetadataTokens.GetToken(MetadataTokens.MethodSpecificationHandle(row)));
        return [.. metadata.MemberReferences.Select(m => MetadataTokens.GetToken(m)).Concat(specified).Select(t => module.ResolveMethod(t)!.ToString()!)];
    }
}
