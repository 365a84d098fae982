namespace Daytwo.Webhooks.Reviews;

/// <summary>Which resource a review is about.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Version">The version, such as <c>v1</c>.</param>
/// <param name="Resource">The plural name, such as <c>pods</c>.</param>
/// <param name="Subresource">Such as <c>status</c>; empty for the object itself.</param>
public readonly record struct ReviewResource(string Group, string Version, string Resource, string Subresource);
