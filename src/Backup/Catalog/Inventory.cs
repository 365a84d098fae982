namespace Daytwo.Backup.Catalog;

/// <summary>What a store holds, rebuilt from the store alone. Names that are not ours are ignored.</summary>
/// <param name="Snapshots">Newest first.</param>
/// <param name="Problems">Manifests that cannot be read or trusted, and verification notes that do not fit. Their snapshots are not listed.</param>
public sealed record Inventory(IReadOnlyList<InventoryEntry> Snapshots, IReadOnlyList<InventoryProblem> Problems);
