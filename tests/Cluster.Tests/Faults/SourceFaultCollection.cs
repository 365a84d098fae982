namespace Daytwo.Cluster.Tests.Faults;

/// <summary>Tests of etcd's faults and of killed programs; they share one <see cref="FaultScene"/>, one after another, and leave its servers healthy.</summary>
[CollectionDefinition(Name)]
public sealed class SourceFaultCollection : ICollectionFixture<FaultScene>
{
    public const string Name = "faults of the source";
}
