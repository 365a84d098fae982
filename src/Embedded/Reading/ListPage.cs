using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Reading;

/// <summary>A page of a list.</summary>
/// <param name="Revision">The revision the list is of.</param>
/// <param name="Continue">The token of the next page; empty on the last one.</param>
/// <param name="Remaining">How many objects follow; null when unknown, as with selectors.</param>
internal sealed record ListPage(IReadOnlyList<StoredObject> Objects, long Revision, string Continue, long? Remaining);
