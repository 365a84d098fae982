using System.Reflection.Metadata;
using Daytwo.Profile.Metadata;

namespace Daytwo.Profile;

/// <summary>
/// Which methods of a program are compiled ahead: those that runs used, wherever they are from, and all of our own code, however old the
/// profile is. What the profile names and the program does not have is left out.
/// </summary>
internal static class CompiledAhead
{
    /// <summary>Methods with this weight lie together; crossgen2 takes more than 128 for hot.</summary>
    private const int Used = 1000;
    private const int Rest = 1;

    public static IEnumerable<CompiledMethod> Of(UsedCode used, ProgramAssemblies assemblies)
    {
        var seen = new HashSet<(string, MethodDefinitionHandle)>();
        foreach (var (type, name, arguments) in used.Methods)
        {
            if (assemblies.Find(type) is not { } definition || !arguments.All(assemblies.Knows) || !type.Arguments.All(assemblies.Knows))
            {
                continue;
            }

            foreach (var method in assemblies.Reader(type.Assembly).Bodies(definition, name, arguments.Count))
            {
                seen.Add((type.Assembly, method));
                yield return new CompiledMethod(type, method, arguments, Used);
            }
        }

        foreach (var own in assemblies.Names.Where(n => n.StartsWith("daytwo", StringComparison.OrdinalIgnoreCase)))
        {
            foreach (var (type, method) in assemblies.Reader(own).NonGenericBodies().Where(m => !seen.Contains((own, m.Method))))
            {
                yield return new CompiledMethod(TypeName.Of(own, type, []), method, [], Rest);
            }
        }
    }
}
