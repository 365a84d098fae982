using Daytwo.LocalCluster.Programs;

namespace Daytwo.Cluster.Tests.Support;

/// <summary>The real programs of this machine; a test that needs one it lacks is skipped and says so.</summary>
internal static class Programs
{
    public static ProgramCatalog Catalog { get; } = ProgramCatalog.FromEnvironment();

    public static FoundProgram Require(string name, string? release = null)
    {
        var found = Catalog.Find(name, release);
        Assert.SkipWhen(found is null, $"needs {name}{(release is null ? "" : " of " + release)}, which this machine does not have (set DAYTWO_ASSETS)");
        return found;
    }

    /// <summary>An S3 server that keeps objects as files, so that tests can damage them.</summary>
    public static FoundProgram RequireS3() => Require("versitygw");
}
