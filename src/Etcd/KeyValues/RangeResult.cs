namespace Daytwo.Etcd.KeyValues;

/// <summary>The keys found.</summary>
/// <param name="Revision">The store's revision when it answered.</param>
/// <param name="More">True when the limit cut the answer.</param>
/// <param name="Count">How many keys are in the range, whatever the limit.</param>
public sealed record RangeResult(long Revision, IReadOnlyList<KeyValue> KeyValues, bool More, long Count);
