namespace Daytwo.Rules.Tests.Rendering;

/// <summary>Rules of testdata/*.yaml are rendered to testdata/*.json, byte for byte. A cluster test sends the same files to a real apiserver.</summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(TestFiles.Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void Rule_is_rendered_as_recorded(string name)
    {
        var rendered = TestFiles.Render(File.ReadAllText(Path.Combine(TestFiles.Folder, name + ".yaml")));

        Assert.True(rendered.IsRenderable, string.Join('\n', rendered.Findings));
        var actual = TestFiles.Text(rendered);
        var recorded = Path.Combine(TestFiles.Folder, name + ".json");
        if (!File.Exists(recorded) || File.ReadAllText(recorded) != actual)
        {
            var written = Path.Combine(AppContext.BaseDirectory, name + ".json");
            File.WriteAllText(written, actual);
            Assert.Fail($"{recorded} differs from what is rendered now, which is in {written}: compare, and copy it over if it is right");
        }
    }

    [Fact]
    public void Rendering_twice_gives_the_same_bytes_whatever_the_order_of_exceptions()
    {
        var text = File.ReadAllText(Path.Combine(TestFiles.Folder, "exceptions.yaml"));
        var documents = text.Split("---\n");

        var turned = string.Join("---\n", documents.Reverse());

        Assert.Equal(TestFiles.Text(TestFiles.Render(text)), TestFiles.Text(TestFiles.Render(turned)));
    }
}
