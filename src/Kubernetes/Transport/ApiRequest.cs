namespace Daytwo.Kubernetes.Transport;

/// <summary>One request to the Kubernetes API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query, starting with <c>/</c>, already escaped.</param>
public sealed record ApiRequest(HttpMethod Method, string Path)
{
    public string Accept { get; init; } = "application/json";

    /// <summary>Valid until the answer to a success has been read; a transport must not keep it longer.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body's media type; null when there is no body.</summary>
    public string? ContentType { get; init; }

    /// <summary>True for a watch or another endless answer: the transport then bounds only the wait for its headers.</summary>
    public bool Streaming { get; init; }
}
