namespace Daytwo.Storage;

/// <summary>One object as the store lists it.</summary>
/// <param name="Size">Bytes.</param>
/// <param name="Modified">When it was written, by the store's clock.</param>
public sealed record StoredObject(ObjectKey Key, long Size, DateTimeOffset Modified);
