namespace Daytwo.Etcd.KeyValues;

/// <summary>What a write did.</summary>
/// <param name="Revision">The store's revision after it.</param>
/// <param name="Deleted">How many keys a deletion removed.</param>
/// <param name="Succeeded">False when a transaction's conditions did not hold.</param>
public readonly record struct WriteResult(long Revision, long Deleted, bool Succeeded);
