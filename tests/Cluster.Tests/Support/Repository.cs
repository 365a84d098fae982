namespace Daytwo.Cluster.Tests.Support;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(string directory) =>
        File.Exists(System.IO.Path.Combine(directory, "Operator.sln"))
            ? directory
            : Find(System.IO.Path.GetDirectoryName(directory.TrimEnd('/')) ?? throw new DirectoryNotFoundException("Operator.sln is in no parent folder of the tests"));
}
