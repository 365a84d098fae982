namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>An entry with the file it came from, which relative paths in it are relative to.</summary>
internal sealed record Located<T>(T Value, string File)
{
    public string Resolve(string path) => Path.GetFullPath(path, Path.GetDirectoryName(Path.GetFullPath(File))!);
}
