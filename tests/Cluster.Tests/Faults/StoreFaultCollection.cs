namespace Daytwo.Cluster.Tests.Faults;

/// <summary>Tests of a store's faults; they share one <see cref="FaultScene"/>, one after another, and leave its servers healthy.</summary>
[CollectionDefinition(Name)]
public sealed class StoreFaultCollection : ICollectionFixture<FaultScene>
{
    public const string Name = "faults of the store";
}
