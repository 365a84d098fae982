namespace Daytwo.Kubernetes.Transport;

/// <summary>What the API answered. <see cref="Body"/> is read once; disposing it ends a watch.</summary>
public sealed class ApiResponse(int statusCode, Stream body, IDisposable? owner = null) : IAsyncDisposable
{
    public int StatusCode { get; } = statusCode;

    public Stream Body { get; } = body;

    public string? ContentType { get; init; }

    /// <summary>Texts of the <c>Warning</c> headers, for the user to see.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public TimeSpan? RetryAfter { get; init; }

    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync().ConfigureAwait(false);
        owner?.Dispose();
    }
}
