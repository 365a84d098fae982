namespace Daytwo.Cel.Authorization;

/// <summary>What an expression asks for: a verb on a path, or on a resource.</summary>
public sealed record CelAuthorizationCheck
{
    /// <summary>Namespace and name when a service account is meant; null for the request's user.</summary>
    public (string Namespace, string Name)? ServiceAccount { get; init; }

    /// <summary>Set for checks of paths; the resource's fields are then empty.</summary>
    public string? Path { get; init; }

    public string Group { get; init; } = "";

    public string Resource { get; init; } = "";

    public string Subresource { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Name { get; init; } = "";

    public string FieldSelector { get; init; } = "";

    public string LabelSelector { get; init; } = "";

    /// <summary>The verb of the API, or the HTTP method in lower case for a path.</summary>
    public string Verb { get; init; } = "";
}
