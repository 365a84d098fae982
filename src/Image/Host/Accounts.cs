using Daytwo.Image.Layers;

namespace Daytwo.Image.Host;

/// <summary>The accounts of the image: root for its files, nonroot for its process.</summary>
internal static class Accounts
{
    public const string NonRoot = "65532:65532";

    public static IReadOnlyList<ImageFile> Files { get; } =
    [
        ImageFile.FromText("/etc/passwd", "root:x:0:0:root:/:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/tmp:/sbin/nologin\n"),
        ImageFile.FromText("/etc/group", "root:x:0:\nnonroot:x:65532:\n"),
        ImageFile.FromText("/etc/nsswitch.conf", "hosts: files dns\n"),
    ];
}
