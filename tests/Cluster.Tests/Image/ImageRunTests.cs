namespace Daytwo.Cluster.Tests.Image;

/// <summary>The image holds all its program needs: it runs with nothing else, as nobody special, on a read-only root.</summary>
public sealed class ImageRunTests(PackedProgram packed)
{
    private const string InNewRoot = """
        set -e
        mkdir -p "$1/proc"
        mount --bind "$1" "$1"
        mount --rbind /proc "$1/proc"
        mount -o remount,bind,ro "$1"
        mount -t tmpfs tmpfs "$1/tmp"
        exec chroot --userspec=65532:65532 "$1" /usr/bin/daytwo version
        """;

    [Fact]
    public async Task Program_runs_in_the_image_as_nonroot_on_a_read_only_root()
    {
        PackedProgram.RequireRoot();
        var root = packed.Unpack();
        Assert.SkipWhen((await PackedProgram.Run("unshare", "--mount", "true")).Code != 0, "needs mount namespaces");

        var (code, output) = await PackedProgram.Run("unshare", "--mount", "sh", "-c", InNewRoot, "sh", root);

        Assert.True(code == 0, output);
        Assert.Matches("^(daytwo [0-9]|OpenSSL 3)", output);
    }
}
