using Daytwo.Runtime;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>Everything that goes on for one EtcdBackup.</summary>
internal sealed class OwnerOperations(ObjectKey key, string uid)
{
    public ObjectKey Key { get; } = key;

    public string Uid { get; } = uid;

    public RunSlot? Run { get; set; }

    public StoreSlot Store { get; } = new();
}
