namespace Daytwo.Kubernetes.Results;

/// <summary>One page of a list.</summary>
/// <param name="ResourceVersion">The state the whole list shows, the same on every page; a watch continues from it.</param>
/// <param name="Continue">The token for the next page; null on the last.</param>
/// <param name="RemainingItemCount">How many follow, when the API says.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, string ResourceVersion, string? Continue, long? RemainingItemCount);
