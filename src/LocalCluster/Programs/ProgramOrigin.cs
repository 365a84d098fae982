namespace Daytwo.LocalCluster.Programs;

/// <summary>Where a program was found; said on screen, so that nobody wonders what ran.</summary>
public enum ProgramOrigin
{
    /// <summary>The folder named by <c>DAYTWO_ASSETS</c>.</summary>
    Assets,

    /// <summary>An earlier official download, kept in the user's cache.</summary>
    Cache,

    /// <summary>An official release, downloaded now and checked against its published checksum.</summary>
    Download,

    /// <summary>Installed on this machine, found in <c>PATH</c>.</summary>
    Installed,
}
