using System.Xml.Linq;

namespace Daytwo.Architecture.Tests;

/// <summary>References point down the layers only; the layers are those of docs/architecture.md.</summary>
public sealed class ReferenceDirectionTests
{
    /// <summary>Layers from the top; a project refers to projects of lower layers only.</summary>
    private static readonly string[][] Layers =
    [
        ["Cli"],
        ["Operator", "Webhooks", "Proof"],
        ["Backup", "Embedded", "LocalCluster", "Image", "Rules"],
        ["Crds", "Runtime", "Admission"],
        ["Kubernetes", "Cel", "Etcd", "Storage"],
    ];

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Source.Folder("src")).Where(d => Directory.GetFiles(d, "*.csproj").Length > 0).Select(d => Path.GetFileName(d)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_in_src_refers_to_lower_layers_only(string project)
    {
        var own = LayerOf(project);
        foreach (var reference in References(project))
        {
            Assert.True(LayerOf(reference) > own, $"{project} refers to {reference}, which is not in a lower layer");
        }
    }

    [Theory]
    [InlineData("Kubernetes")]
    [InlineData("Cel")]
    [InlineData("Etcd")]
    [InlineData("Storage")]
    public void Protocol_project_refers_to_no_other_project(string project) => Assert.Empty(References(project));

    private static int LayerOf(string project)
    {
        var layer = Array.FindIndex(Layers, l => l.Contains(project));
        Assert.True(layer >= 0, $"{project} is in no layer: say in docs/architecture.md and here where it belongs");
        return layer;
    }

    private static IEnumerable<string> References(string project) =>
        XDocument.Load(Path.Combine(Source.Folder("src"), project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
}
