using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Kubernetes.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Daytwo.Embedded.Http;

/// <summary>Carries HTTP requests to an embedded API and its answers back.</summary>
internal sealed class HttpBridge(EmbeddedApi api, RequestAuthentication authentication)
{
    private const int LargestBody = 3 * 1024 * 1024;
    private static readonly string[] OpenPaths = ["/healthz", "/livez", "/readyz", "/version"];

    public async Task Handle(HttpContext context)
    {
        var caller = authentication.Caller(context) ?? Anonymous(context);
        if (caller is null)
        {
            await Refuse(context, Refusals.Unauthorized).ConfigureAwait(false);
            return;
        }

        if (await Body(context).ConfigureAwait(false) is not { } body)
        {
            await Refuse(context, Refusals.TooLargeBody(LargestBody)).ConfigureAwait(false);
            return;
        }

        var request = new ApiRequest(new HttpMethod(context.Request.Method), Target(context))
        {
            Accept = context.Request.Headers.Accept.ToString(),
            Body = body,
            ContentType = context.Request.ContentType,
        };
        await using var response = api.Handle(request, caller);
        await Send(context, response).ConfigureAwait(false);
    }

    private static Caller? Anonymous(HttpContext context) => OpenPaths.Any(p => context.Request.Path.StartsWithSegments(p, StringComparison.Ordinal))
        ? new Caller("system:anonymous", ["system:unauthenticated"], context.Request.Headers.UserAgent.ToString()) : null;

    /// <summary>The path and query as the client escaped them.</summary>
    private static string Target(HttpContext context) =>
        context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? context.Request.Path + context.Request.QueryString.Value;

    /// <summary>The whole body; null when it is larger than the API takes.</summary>
    private static async Task<byte[]?> Body(HttpContext context)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await context.Request.Body.ReadAsync(chunk, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > LargestBody)
            {
                return null;
            }
        }

        return buffer.ToArray();
    }

    private static Task Refuse(HttpContext context, Fault fault)
    {
        context.Response.StatusCode = fault.Code;
        context.Response.ContentType = "application/json";
        return context.Response.Body.WriteAsync(JsonText.Utf8(fault.ToStatus()), context.RequestAborted).AsTask();
    }

    private static async Task Send(HttpContext context, ApiResponse answer)
    {
        var response = context.Response;
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        response.Headers.CacheControl = "no-cache, private";
        foreach (var warning in answer.Warnings)
        {
            response.Headers.Append("Warning", WarningHeader.Of(warning));
        }

        if (answer.RetryAfter is { } delay)
        {
            response.Headers.RetryAfter = ((int)delay.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (answer.Body is MemoryStream whole)
        {
            response.ContentLength = whole.Length;
        }

        await response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await answer.Body.ReadAsync(chunk, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            await response.Body.WriteAsync(chunk.AsMemory(0, read), context.RequestAborted).ConfigureAwait(false);
            await response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
