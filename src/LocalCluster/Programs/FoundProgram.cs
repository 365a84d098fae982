namespace Daytwo.LocalCluster.Programs;

/// <summary>A program that can be started here.</summary>
/// <param name="Name">Its usual name, such as <c>kube-apiserver</c>.</param>
/// <param name="Path">The absolute path of the executable.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record FoundProgram(string Name, string Path, ProgramOrigin Origin)
{
    public override string ToString() => $"{Name} ({Origin switch
    {
        ProgramOrigin.Assets => "from DAYTWO_ASSETS",
        ProgramOrigin.Cache => "from the cache",
        ProgramOrigin.Download => "downloaded and checked",
        _ => "installed: " + Path,
    }})";
}
