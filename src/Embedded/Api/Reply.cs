using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Embedded.Api;

/// <summary>What a handler answers, before it becomes an <see cref="ApiResponse"/>.</summary>
internal sealed record Reply(int Code, string ContentType, Stream Body)
{
    private int retryAfterSeconds;

    public static Reply Json(JsonNode value, int code = 200) => Bytes(JsonText.Utf8(value), code);

    public static Reply Bytes(byte[] json, int code = 200, string contentType = "application/json") => new(code, contentType, new MemoryStream(json));

    public static Reply Text(string text, int code = 200) => new(code, "text/plain; charset=utf-8", new MemoryStream(Encoding.UTF8.GetBytes(text)));

    public static Reply Refuse(Fault fault) =>
        Json(fault.ToStatus(), fault.Code) with { retryAfterSeconds = fault.Details?.RetryAfterSeconds ?? 0 };

    public ApiResponse ToResponse(IReadOnlyList<string> warnings) => new(Code, Body)
    {
        ContentType = ContentType,
        Warnings = warnings,
        RetryAfter = retryAfterSeconds > 0 ? TimeSpan.FromSeconds(retryAfterSeconds) : null,
    };
}
