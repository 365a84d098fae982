namespace Daytwo.Cluster.Tests.Faults;

/// <summary>Tests that share one <see cref="FaultScene"/>, one after another: each leaves its servers healthy.</summary>
[CollectionDefinition(Name)]
public sealed class FaultCollection : ICollectionFixture<FaultScene>
{
    public const string Name = "faults";
}
