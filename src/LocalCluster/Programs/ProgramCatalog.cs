namespace Daytwo.LocalCluster.Programs;

/// <summary>
/// Finds the real programs that a demo or test starts. It only looks, it fetches nothing.
/// </summary>
/// <remarks>
/// Order: the folder in <c>DAYTWO_ASSETS</c> (either flat or with a folder per release), the cache, <c>PATH</c>.
/// A version is asked for by folder (<c>v1.36.3</c>, <c>etcd-v3.5</c>); without one the default release is meant.
/// </remarks>
public sealed class ProgramCatalog(string? assets, string cache, string? path)
{
    /// <summary>The Kubernetes release that is built and tested against.</summary>
    public const string Kubernetes = "v1.36.3";

    private static readonly Dictionary<string, string> Folders = new(StringComparer.Ordinal)
    {
        ["etcd"] = "etcd",
        ["etcdctl"] = "etcd",
        ["etcdutl"] = "etcd",
        ["kube-apiserver"] = Kubernetes,
        ["kube-controller-manager"] = Kubernetes,
        ["kube-scheduler"] = Kubernetes,
        ["kubectl"] = Kubernetes,
        ["versitygw"] = "s3",
        ["twin"] = "twin",
        ["cel-v1.37"] = "twin",
        ["kwok"] = "kwok",
        ["containerd"] = "node",
        ["ctr"] = "node",
    };

    /// <summary>The catalog of this process' environment.</summary>
    public static ProgramCatalog FromEnvironment() => new(
        Environment.GetEnvironmentVariable("DAYTWO_ASSETS"),
        DefaultCache(),
        Environment.GetEnvironmentVariable("PATH"));

    /// <summary>The folder where official downloads are kept: <c>$XDG_CACHE_HOME/daytwo</c> or <c>~/.cache/daytwo</c>.</summary>
    public static string DefaultCache()
    {
        var root = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        return string.IsNullOrEmpty(root)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "daytwo")
            : Path.Combine(root, "daytwo");
    }

    /// <summary>The program, or null when this machine has none.</summary>
    /// <param name="name">The usual name, such as <c>etcd</c>.</param>
    /// <param name="release">The folder of a release other than the default; an installed program never answers for one.</param>
    public FoundProgram? Find(string name, string? release = null)
    {
        var folder = release ?? Folders.GetValueOrDefault(name, "");
        return In(assets, folder, name, ProgramOrigin.Assets)
            ?? In(cache, folder, name, ProgramOrigin.Cache)
            ?? (release is null ? Installed(name) : null);
    }

    private static FoundProgram? In(string? root, string folder, string name, ProgramOrigin origin)
    {
        if (string.IsNullOrEmpty(root))
        {
            return null;
        }

        string[] candidates = [Path.Combine(root, folder, name), Path.Combine(root, name)];
        var found = Array.Find(candidates, File.Exists);
        return found is null ? null : new FoundProgram(name, Path.GetFullPath(found), origin);
    }

    private FoundProgram? Installed(string name)
    {
        var found = (path ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(d => Path.Combine(d, name)).FirstOrDefault(File.Exists);
        return found is null ? null : new FoundProgram(name, found, ProgramOrigin.Installed);
    }
}
