using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>What a person reads when a disk is full.</summary>
public sealed class BackupFullDiskTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Full_disk_is_told_with_the_remedy_nothing_is_left_and_room_heals(bool inS3)
    {
        using var scene = inS3 ? await BackupScene.OnS3(plane, Ct) : await BackupScene.OnFiles(plane, Ct);
        using var disk = SmallDisk.On(inS3 ? Path.GetDirectoryName(scene.StoreFolder)! : scene.StoreFolder, 64);
        disk.Fill();

        var error = (await scene.Backup("now")).Refused(1);

        Assert.Contains("No space left on device", error, StringComparison.Ordinal);
        Assert.Contains("Free space", error, StringComparison.Ordinal);
        Assert.Empty(disk.Files);
        Assert.Empty(await scene.Listed());

        disk.Free();
        Assert.Equal([await scene.Taken()], await scene.Listed());
    }

    [Fact]
    public async Task Full_disk_of_the_temporary_file_or_of_the_file_asked_for_is_told_and_nothing_is_left()
    {
        using var scene = await BackupScene.OnFiles(plane, Ct);
        using var disk = SmallDisk.On(Path.Combine(scene.Folder, "disk"), 64);
        disk.Fill();

        var spool = (await scene.Backup("now", "--spool-dir", disk.Folder)).Refused(1);
        Assert.Contains("No space left on device", spool, StringComparison.Ordinal);
        Assert.Contains("another directory", spool, StringComparison.Ordinal);
        Assert.Empty(await scene.Listed());
        Assert.Empty(Directory.EnumerateFileSystemEntries(scene.StoreFolder));

        await scene.Taken();
        var fetched = (await scene.Backup("get", "--out", Path.Combine(disk.Folder, "snapshot.db"))).Refused(1);
        Assert.Contains("No space left on device", fetched, StringComparison.Ordinal);
        Assert.Contains(disk.Folder, fetched, StringComparison.Ordinal);
        Assert.Empty(disk.Files);
    }

    /// <summary>The file takes the last inode, so that its folder finds none; an ext4 without a free block comes to the same.</summary>
    [Fact]
    public async Task Server_that_can_make_no_folder_has_other_words_and_its_disk_is_named_among_what_to_check()
    {
        using var scene = await BackupScene.OnS3(plane, Ct);
        using var disk = SmallDisk.On(Path.GetDirectoryName(scene.StoreFolder)!, 64, inodes: 3);

        var error = (await scene.Backup("now")).Refused(1);

        Assert.Contains("ExistingObjectIsDirectory", error, StringComparison.Ordinal);
        Assert.Contains("whether its disk is full", error, StringComparison.Ordinal);
        Assert.Empty(disk.Files);

        disk.Resize(64);
        Assert.Equal([await scene.Taken()], await scene.Listed());
    }
}
