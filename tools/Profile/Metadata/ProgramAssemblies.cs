using System.Reflection.Metadata;

namespace Daytwo.Profile.Metadata;

/// <summary>The assemblies of one program, by simple name.</summary>
/// <param name="files">Their files; of two with one name the first counts.</param>
internal sealed class ProgramAssemblies(IEnumerable<string> files)
{
    private readonly SortedDictionary<string, string> paths = new(files.DistinctBy(Path.GetFileNameWithoutExtension).ToDictionary(f => Path.GetFileNameWithoutExtension(f)!), StringComparer.Ordinal);
    private readonly Dictionary<string, AssemblyReader> readers = new(StringComparer.Ordinal);

    /// <summary>Those in a folder; of a file those that it lists, a path a line.</summary>
    public static ProgramAssemblies Of(string folderOrList) =>
        new(Directory.Exists(folderOrList) ? Directory.EnumerateFiles(folderOrList, "*.dll") : File.ReadLines(folderOrList).Where(line => line.Length > 0));

    /// <summary>All assemblies, sorted.</summary>
    public IEnumerable<string> Names => paths.Keys;

    public bool Holds(string assembly) => paths.ContainsKey(assembly);

    public AssemblyReader Reader(string assembly) => readers.TryGetValue(assembly, out var reader) ? reader : readers[assembly] = new AssemblyReader(paths[assembly]);

    /// <summary>The definition of a type that is neither array nor pointer; null when the program does not have it with as many type parameters.</summary>
    public TypeDefinitionHandle? Find(TypeName type) =>
        !type.IsShape && Holds(type.Assembly) && Reader(type.Assembly).Find(type.FullName) is { } found && Reader(type.Assembly).Parameters(found) == type.Arguments.Count ? found : null;

    /// <summary>Whether the program has the type and all it is made of.</summary>
    public bool Knows(TypeName type) => (type.IsShape || Find(type) is not null) && type.Arguments.All(Knows);
}
