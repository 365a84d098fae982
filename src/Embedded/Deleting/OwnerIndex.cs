using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Deleting;

/// <summary>Who owns whom, by UID, and which UIDs live.</summary>
internal sealed class OwnerIndex
{
    private readonly Dictionary<string, Dictionary<string, StoredObject>> dependents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredObject> living = new(StringComparer.Ordinal);

    public void Follow(Change change)
    {
        foreach (var owner in change.Previous is null ? [] : Owners(change.Previous))
        {
            dependents.GetValueOrDefault(owner)?.Remove(change.Previous!.Uid);
        }

        if (change.Type == ChangeType.Deleted)
        {
            living.Remove(change.Object.Uid);
            return;
        }

        living[change.Object.Uid] = change.Object;
        foreach (var owner in Owners(change.Object))
        {
            if (!dependents.TryGetValue(owner, out var owned))
            {
                dependents.Add(owner, owned = new(StringComparer.Ordinal));
            }

            owned[change.Object.Uid] = change.Object;
        }
    }

    public StoredObject? Living(string uid) => living.GetValueOrDefault(uid);

    /// <summary>The objects that name a UID as owner, in key order so that runs repeat.</summary>
    public IReadOnlyList<StoredObject> Dependents(string uid) => dependents.TryGetValue(uid, out var owned)
        ? [.. owned.Values.OrderBy(o => o.Collection, StringComparer.Ordinal).ThenBy(o => o.Key, StringComparer.Ordinal)] : [];

    public static IEnumerable<string> Owners(StoredObject dependent) =>
        dependent.Value.Child("metadata").Items("ownerReferences").Select(o => o.Text("uid"));
}
