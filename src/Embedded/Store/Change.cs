namespace Daytwo.Embedded.Store;

/// <summary>One write to the store.</summary>
/// <param name="Object">The new version; for a deletion the last state, under the deletion's revision.</param>
/// <param name="Previous">The version before; null when the object was added.</param>
internal sealed record Change(ChangeType Type, StoredObject Object, StoredObject? Previous)
{
    public long Revision => Object.Revision;

    public string Collection => Object.Collection;
}
