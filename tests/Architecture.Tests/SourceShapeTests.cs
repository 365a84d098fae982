using System.Text.RegularExpressions;

namespace Daytwo.Architecture.Tests;

/// <summary>Habits that a compiler does not check.</summary>
public sealed partial class SourceShapeTests
{
    private static IEnumerable<string> Sources =>
        Directory.EnumerateFiles(Source.Folder("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    [Fact]
    public void Source_file_over_four_hundred_lines_does_not_exist() =>
        Assert.Empty(Sources.Where(f => File.ReadLines(f).Count() > 400).Select(f => Path.GetRelativePath(Source.Root, f)));

    [Fact]
    public void Namespace_follows_the_folder() =>
        Assert.Empty(Sources.Where(f => !File.ReadAllText(f).Contains($"namespace Daytwo.{Expected(f)};", StringComparison.Ordinal) && Path.GetFileName(f) != "Program.cs")
            .Select(f => Path.GetRelativePath(Source.Root, f)));

    [Fact]
    public void Catch_block_that_swallows_everything_does_not_exist() =>
        Assert.Empty(Sources.Where(f => Swallowed().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Source.Root, f)));

    [Fact]
    public void Project_folder_without_a_readme_does_not_exist() =>
        Assert.Empty(Directory.GetDirectories(Source.Folder("src")).Where(d => Directory.GetFiles(d, "*.csproj").Length > 0 && !File.Exists(Path.Combine(d, "README.md"))).Select(Path.GetFileName));

    private static string Expected(string file) =>
        Path.GetDirectoryName(Path.GetRelativePath(Source.Folder("src"), file))!.Replace('/', '.');

    [GeneratedRegex(@"catch\s*(\(Exception\))?\s*\{\s*\}")]
    private static partial Regex Swallowed();
}
