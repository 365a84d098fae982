namespace Daytwo.Crds.Tests;

/// <summary>Finds files of the repository from wherever the tests run inside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string File(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find(string directory) =>
        System.IO.File.Exists(Path.Combine(directory, "Operator.sln"))
            ? directory
            : Find(Path.GetDirectoryName(directory.TrimEnd('/')) ?? throw new DirectoryNotFoundException("no Operator.sln above " + AppContext.BaseDirectory));
}
