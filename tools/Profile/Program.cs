using Daytwo.Profile;
using Daytwo.Profile.Metadata;
using Daytwo.Profile.Mibc;
using Daytwo.Profile.Trace;

switch (args)
{
    case ["record", var file, var traces, .. var folders] when folders.Length > 0:
    {
        var programs = folders.Select(ProgramAssemblies.Of).ToList();
        var used = new UsedCode();
        foreach (var trace in Directory.EnumerateFiles(traces, "*.nettrace").Order(StringComparer.Ordinal))
        {
            var events = RuntimeEvents.Read(File.ReadAllBytes(trace));
            if (programs.Find(p => events.Modules.All(p.Holds)) is not { } program)
            {
                Console.Error.WriteLine($"{trace}: its assemblies are in none of the folders; left out");
                continue;
            }

            events.AddTo(used, program);
            Console.WriteLine($"{trace}: {used.Count} methods so far");
        }

        File.WriteAllText(file, used.ToString());
        return 0;
    }

    case ["compile", var file, var program, var output]:
    {
        var assemblies = ProgramAssemblies.Of(program);
        var used = UsedCode.Parse(File.ReadAllText(file));
        var profile = new MibcFile(assemblies).Write([.. CompiledAhead.Of(used, assemblies)]);

        // A file that stays as it was leaves what was compiled from it as it is.
        if (!File.Exists(output) || !profile.AsSpan().SequenceEqual(File.ReadAllBytes(output)))
        {
            File.WriteAllBytes(output, profile);
        }

        return 0;
    }

    default:
        Console.Error.WriteLine("""
            usage: Profile record PROFILE TRACES ASSEMBLIES…      names the methods that the .nettrace files in TRACES show, found in folders of trimmed assemblies
                   Profile compile PROFILE ASSEMBLIES OUT.mibc    what the compiler is to compile ahead, or to lay side by side, of a program's assemblies: a folder, or a file that lists them
            """);
        return 2;
}
