using System.Reflection.Metadata;

namespace Daytwo.Profile.Metadata;

/// <summary>The assemblies of one program in a folder, by simple name.</summary>
internal sealed class AssemblyFolder(string path)
{
    private readonly Dictionary<string, AssemblyReader> readers = new(StringComparer.Ordinal);

    /// <summary>All assemblies, sorted.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFiles(path, "*.dll").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    public bool Holds(string assembly) => File.Exists(FileOf(assembly));

    public AssemblyReader Reader(string assembly) => readers.TryGetValue(assembly, out var reader) ? reader : readers[assembly] = new AssemblyReader(FileOf(assembly));

    /// <summary>The definition of a type that is neither array nor pointer; null when the program does not have it with as many type parameters.</summary>
    public TypeDefinitionHandle? Find(TypeName type) =>
        !type.IsShape && Holds(type.Assembly) && Reader(type.Assembly).Find(type.FullName) is { } found && Reader(type.Assembly).Parameters(found) == type.Arguments.Count ? found : null;

    /// <summary>Whether the program has the type and all it is made of.</summary>
    public bool Knows(TypeName type) => (type.IsShape || Find(type) is not null) && type.Arguments.All(Knows);

    private string FileOf(string assembly) => Path.Combine(path, assembly + ".dll");
}
