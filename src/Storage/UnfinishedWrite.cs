namespace Daytwo.Storage;

/// <summary>A write that was begun and not ended.</summary>
/// <param name="Token">What the store calls it: an upload id, or a temporary file's name.</param>
/// <param name="Started">By the store's clock.</param>
public sealed record UnfinishedWrite(ObjectKey Key, string Token, DateTimeOffset Started);
