using Daytwo.CrdGen;

// CrdGen DIRECTORY: writes one manifest per kind of Daytwo.Crds into the directory.
if (args is not [var directory])
{
    Console.Error.WriteLine("usage: CrdGen DIRECTORY   (the repository's config/crd)");
    return 2;
}

foreach (var (file, text) in CrdManifestGenerator.All())
{
    File.WriteAllText(Path.Combine(directory, file), text);
    Console.WriteLine(Path.Combine(directory, file));
}

return 0;
