namespace Daytwo.Backup.Catalog;

/// <summary>Something in the store that should be a snapshot and cannot be used as one.</summary>
/// <param name="Key">The object concerned.</param>
/// <param name="Message">What is wrong with it, for a person.</param>
public sealed record InventoryProblem(string Key, string Message);
