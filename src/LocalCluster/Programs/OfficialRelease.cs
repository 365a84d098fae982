namespace Daytwo.LocalCluster.Programs;

/// <summary>A file of an official release and where its published checksum stands.</summary>
/// <param name="Program">The program in it.</param>
/// <param name="Folder">The cache folder of the release.</param>
/// <param name="Address">The file.</param>
/// <param name="Checksums">A text that holds the file's SHA-256: alone, or on the line that names the file.</param>
/// <param name="Entry">The program's path inside a tar.gz; null when the file is the program.</param>
internal sealed record OfficialRelease(string Program, string Folder, Uri Address, Uri Checksums, string? Entry)
{
    private const string Etcd = "v3.6.16";

    /// <summary>The release that holds a program, or null when no official release is known for it.</summary>
    public static OfficialRelease? Of(string program) => program switch
    {
        "kube-apiserver" or "kubectl" => Kubernetes(program),
        "etcd" or "etcdctl" or "etcdutl" => EtcdArchive(program),
        _ => null,
    };

    private static OfficialRelease Kubernetes(string program)
    {
        var address = $"https://dl.k8s.io/release/{ProgramCatalog.Kubernetes}/bin/linux/amd64/{program}";
        return new(program, ProgramCatalog.Kubernetes, new Uri(address), new Uri(address + ".sha256"), null);
    }

    private static OfficialRelease EtcdArchive(string program)
    {
        var root = $"https://github.com/etcd-io/etcd/releases/download/{Etcd}";
        var name = $"etcd-{Etcd}-linux-amd64";
        return new(program, "etcd", new Uri($"{root}/{name}.tar.gz"), new Uri($"{root}/SHA256SUMS"), $"{name}/{program}");
    }
}
