namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>Work with a store other than a run.</summary>
internal enum StoreWork
{
    Listing,
    Deleting,
}
