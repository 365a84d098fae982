namespace Daytwo.Kubernetes.Results;

/// <summary>A refusal by the API: its <c>Status</c> object.</summary>
/// <param name="Kind">What kind of refusal, for code to branch on.</param>
/// <param name="Code">The HTTP status code.</param>
/// <param name="Reason">The API's own reason, such as <c>AlreadyExists</c>; may be empty.</param>
/// <param name="Message">The API's text, for people.</param>
/// <param name="Causes">The fields at fault and why, when the API names them.</param>
/// <param name="RetryAfter">How long the API asks to wait.</param>
public sealed record ApiError(ApiErrorKind Kind, int Code, string Reason, string Message, IReadOnlyList<ApiErrorCause> Causes, TimeSpan? RetryAfter)
{
    /// <summary>Whether the same request can succeed later without a change of it.</summary>
    public bool Retryable => Kind is ApiErrorKind.TooManyRequests or ApiErrorKind.Timeout or ApiErrorKind.Unavailable or ApiErrorKind.Internal;

    public override string ToString() => Reason.Length == 0 ? $"{Code}: {Message}" : $"{Reason} ({Code}): {Message}";
}
