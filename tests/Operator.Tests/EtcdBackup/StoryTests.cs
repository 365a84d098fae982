namespace Daytwo.Operator.Tests.EtcdBackup;

public sealed class StoryTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "EtcdBackup", "testdata");

    public static TheoryData<string> Stories() => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    /// <summary>With DAYTWO_REWRITE_STORIES naming the folder of the stories, they are written anew instead: then read the difference.</summary>
    [Theory]
    [MemberData(nameof(Stories))]
    public void Story_is_decided_as_told(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        var played = Story.Play(text);
        if (Environment.GetEnvironmentVariable("DAYTWO_REWRITE_STORIES") is { Length: > 0 } source)
        {
            File.WriteAllText(Path.Combine(source, name + ".txt"), played);
        }
        else
        {
            Assert.Equal(text, played);
        }
    }
}
