using System.Text;
using System.Text.Json;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Results;

/// <summary>Turns what a refusal looks like on the wire into an <see cref="ApiError"/>.</summary>
internal static class ApiErrorReader
{
    private const int LongestForeignText = 512;

    /// <summary>Of a response: the body is a <c>Status</c>, or whatever something between here and the API said.</summary>
    public static ApiError FromResponse(int code, ReadOnlySpan<byte> body, TimeSpan? retryAfter)
    {
        var status = TryReadStatus(body);
        return status is null
            ? new ApiError(KindOf(code, null), code, "", ForeignText(code, body), [], retryAfter)
            : FromStatus(status, code, retryAfter);
    }

    /// <summary>Of a <c>Status</c> inside a watch.</summary>
    public static ApiError FromStatus(StatusBody status, int responseCode = 0, TimeSpan? retryAfter = null)
    {
        var code = responseCode != 0 ? responseCode : status.Code ?? 500;
        var causes = status.Details?.Causes?.Select(c => new ApiErrorCause(c.Field ?? "", c.Reason ?? "", c.Message ?? "")).ToArray();
        var wait = status.Details?.RetryAfterSeconds is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : retryAfter;
        return new ApiError(KindOf(code, status.Reason), code, status.Reason ?? "", status.Message ?? "", causes ?? [], wait);
    }

    private static StatusBody? TryReadStatus(ReadOnlySpan<byte> body)
    {
        try
        {
            var status = JsonSerializer.Deserialize(body, WireJson.Default.StatusBody);
            return status?.Kind == "Status" ? status : null;
        }
        catch (JsonException)
        {
            return null; // not an answer of the API itself, such as a balancer's page
        }
    }

    private static string ForeignText(int code, ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, LongestForeignText)]).Trim();
        return text.Length == 0 ? $"HTTP status {code} without a text" : text;
    }

    private static ApiErrorKind KindOf(int code, string? reason) => (code, reason) switch
    {
        (409, "AlreadyExists") => ApiErrorKind.AlreadyExists,
        (409, _) => ApiErrorKind.Conflict,
        (410, _) => ApiErrorKind.Expired,
        (404, _) => ApiErrorKind.NotFound,
        (400 or 422, _) => ApiErrorKind.Invalid,
        (401, _) => ApiErrorKind.Unauthorized,
        (403, _) => ApiErrorKind.Forbidden,
        (429, _) => ApiErrorKind.TooManyRequests,
        (408 or 504, _) => ApiErrorKind.Timeout,
        (502 or 503, _) => ApiErrorKind.Unavailable,
        ( >= 500, _) => ApiErrorKind.Internal,
        _ => ApiErrorKind.Other,
    };
}
