using System.Text;

namespace Daytwo.Crds;

/// <summary>The CustomResourceDefinitions that this program was built with: the files of config/crd.</summary>
public static class CrdManifests
{
    private const string Folder = "crd/";

    /// <summary>Every kind's manifest, ordered by name.</summary>
    public static IReadOnlyList<CrdManifest> All { get; } =
        [.. typeof(CrdManifests).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(manifest => manifest.Name, StringComparer.Ordinal)];

    /// <summary>All of them as one YAML stream, as <c>kubectl apply -f -</c> takes it.</summary>
    public static string Yaml => string.Join("---\n", All.Select(manifest => manifest.Yaml));

    private static CrdManifest Read(string resource)
    {
        // crd/daytwo.dev_etcdbackups.yaml holds etcdbackups.daytwo.dev.
        var parts = Path.GetFileNameWithoutExtension(resource[Folder.Length..]).Split('_');
        using var reader = new StreamReader(typeof(CrdManifests).Assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new CrdManifest($"{parts[1]}.{parts[0]}", reader.ReadToEnd());
    }
}
