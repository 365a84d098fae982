using Daytwo.Rules.Webhooks;
using System.Buffers;
using System.Text;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Serving;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Http;

/// <summary>HTTP on one side, reviews and verdicts on the other.</summary>
internal sealed class WebhookApplication(WebhookServerOptions options, IReviewer reviewer, RequestMetrics metrics, TimeProvider time, ILogger logger)
    : IHttpApplication<IFeatureCollection>
{
    private const int KeptBuffer = 64 * 1024;

    /// <summary>The answer of the request that a thread is writing; nothing is awaited while it is filled.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _answer;

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        if (WebhookEntry.OfPath(request.Path) is not { } entry)
        {
            await Refuse(context, StatusCodes.Status404NotFound, "there is no such webhook").ConfigureAwait(false);
            return;
        }

        var series = metrics.Of(entry);
        var begun = time.GetTimestamp();
        var code = StatusCodes.Status500InternalServerError;
        series.Begin();
        try
        {
            code = await Answer(context, request, entry).ConfigureAwait(false);
        }
        finally
        {
            series.End(code, time.GetElapsedTime(begun));
        }
    }

    private async ValueTask<int> Answer(IFeatureCollection context, IHttpRequestFeature request, WebhookEntry entry)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return await Refuse(context, StatusCodes.Status405MethodNotAllowed, "only POST").ConfigureAwait(false);
        }

        var reader = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
        using var body = await RequestBody.Read(reader, request.Headers.ContentLength, options.LargestBody).ConfigureAwait(false);
        if (body is null)
        {
            return await Refuse(context, StatusCodes.Status413PayloadTooLarge, $"the body has more than {options.LargestBody} bytes").ConfigureAwait(false);
        }

        try
        {
            var review = ReviewReader.Read(body.Bytes);
            var limit = AnswerLimit.Of(request.QueryString, options.LongestAnswer);
            var verdict = await reviewer.Answer(entry, review, limit).ConfigureAwait(false);
            await Send(context, review, verdict).ConfigureAwait(false);
            return StatusCodes.Status200OK;
        }
        catch (ReviewFormatException e)
        {
            return await Refuse(context, StatusCodes.Status400BadRequest, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            logger.TooLate(entry.Path);
            return await Refuse(context, StatusCodes.Status504GatewayTimeout, "no verdict within the time the caller waits").ConfigureAwait(false);
        }
    }

    private static ValueTask Send(IFeatureCollection context, Review review, Verdict verdict)
    {
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        var output = context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer;
        var answer = _answer ??= new ArrayBufferWriter<byte>(1024);
        ReviewWriter.Write(answer, review.Uid.Span, verdict);
        response.Headers.ContentType = "application/json";
        response.Headers.ContentLength = answer.WrittenCount;
        answer.WrittenSpan.CopyTo(output.GetSpan(answer.WrittenCount));
        output.Advance(answer.WrittenCount);
        answer.ResetWrittenCount();
        if (answer.Capacity > KeptBuffer)
        {
            _answer = null;
        }

        var flushed = output.FlushAsync();
        return flushed.IsCompletedSuccessfully ? default : new ValueTask(flushed.AsTask());
    }

    private static async ValueTask<int> Refuse(IFeatureCollection context, int code, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\n");
        var response = context.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = code;
        response.Headers.ContentType = "text/plain; charset=utf-8";
        response.Headers.ContentLength = bytes.Length;
        await context.GetRequiredFeature<IHttpResponseBodyFeature>().Writer.WriteAsync(bytes).ConfigureAwait(false);
        return code;
    }
}
