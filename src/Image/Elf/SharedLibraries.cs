namespace Daytwo.Image.Elf;

/// <summary>Finds the shared libraries that programs need on this machine, as the loader would, without running anything.</summary>
/// <param name="folders">Where to look, in order.</param>
internal sealed class SharedLibraries(IReadOnlyList<string> folders)
{
    /// <summary>The folders every glibc loader of this architecture searches without a cache or configuration.</summary>
    public static SharedLibraries OfHost { get; } = new([.. new[]
    {
        "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/usr/lib/aarch64-linux-gnu",
        "/lib64", "/usr/lib64", "/lib", "/usr/lib",
    }.Where(Directory.Exists)]);

    /// <summary>Everything the program needs: libraries linked, theirs in turn, the loader, and those it opens by name when it runs.</summary>
    /// <param name="program">The program's file.</param>
    /// <param name="opened">Libraries it must be able to open.</param>
    /// <param name="optional">Libraries it opens where there are any.</param>
    /// <returns>Path in the image → file on this machine, ordered by path.</returns>
    /// <exception cref="ImageException">One is missing here.</exception>
    public SortedDictionary<string, string> Of(string program, IEnumerable<string> opened, IEnumerable<string> optional)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var elf = ElfFile.Read(program);
        if (elf.Interpreter is not { } loader)
        {
            return found;
        }

        found[loader] = File.Exists(loader) ? loader : throw new ImageException($"{program} wants the loader {loader}, which this machine lacks: build the image on a machine of the program's architecture");
        var open = new Queue<(string Name, string For)>(elf.Needed.Select(name => (name, program)));
        foreach (var name in opened)
        {
            open.Enqueue((name, program));
        }

        foreach (var name in optional.Where(name => Find(name, elf.Machine) is not null))
        {
            open.Enqueue((name, program));
        }

        Follow(open, elf.Machine, found);
        return found;
    }

    private void Follow(Queue<(string Name, string For)> open, ushort machine, SortedDictionary<string, string> found)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryDequeue(out var item))
        {
            if (!seen.Add(item.Name))
            {
                continue;
            }

            var path = Find(item.Name, machine)
                ?? throw new ImageException($"{item.For} needs the library {item.Name}, which is in none of {string.Join(", ", folders)}: install the package that has it");
            if (!found.Keys.Any(known => Path.GetFileName(known) == item.Name))
            {
                found[path] = path;
            }

            foreach (var name in ElfFile.Read(path).Needed)
            {
                open.Enqueue((name, path));
            }
        }
    }

    private string? Find(string name, ushort machine) =>
        folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(path => File.Exists(path) && ElfFile.Read(path).Machine == machine);
}
