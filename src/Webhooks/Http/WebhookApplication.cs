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
internal sealed class WebhookApplication(WebhookServerOptions options, IReviewer reviewer, RequestMetrics metrics, BodyBudget budget, TimeProvider time, ILogger logger)
    : IHttpApplication<IFeatureCollection>
{
    private const int KeptBuffer = 64 * 1024;

    /// <summary>The answer of the request that a thread is writing; nothing is awaited while it is filled.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _answer;

    private volatile bool _draining;

    /// <summary>From now on every answer ends its connection.</summary>
    public void Drain() => _draining = true;

    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var request = context.GetRequiredFeature<IHttpRequestFeature>();
        if (_draining)
        {
            context.GetRequiredFeature<IHttpResponseFeature>().Headers.Connection = "close";
        }

        if (WebhookEntry.OfPath(request.Path) is not { } entry)
        {
            if (WebhookCanary.Answer(request.Path) is { } canary)
            {
                await Answer(context, request, null, canary).ConfigureAwait(false);
            }
            else
            {
                await Refuse(context, StatusCodes.Status404NotFound, "there is no such webhook").ConfigureAwait(false);
            }

            return;
        }

        var series = metrics.Of(entry);
        var begun = time.GetTimestamp();
        var code = StatusCodes.Status500InternalServerError;
        series.Begin();
        try
        {
            code = await Answer(context, request, entry, "").ConfigureAwait(false);
        }
        finally
        {
            series.End(code, time.GetElapsedTime(begun));
        }
    }

    /// <param name="entry">Null for a canary: whoever calls it learns that it reached a replica.</param>
    /// <param name="canary">What is said then.</param>
    private async ValueTask<int> Answer(IFeatureCollection context, IHttpRequestFeature request, WebhookEntry? entry, string canary)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return await Refuse(context, StatusCodes.Status405MethodNotAllowed, "only POST").ConfigureAwait(false);
        }

        var taken = budget.Take(Math.Min(request.Headers.ContentLength ?? options.LargestBody, options.LargestBody));
        if (taken == 0)
        {
            // Apiservers obey the header within the time they wait; then the entry's failure policy decides.
            context.GetRequiredFeature<IHttpResponseFeature>().Headers.RetryAfter = "1";
            return await Refuse(context, StatusCodes.Status429TooManyRequests, "too much is under way").ConfigureAwait(false);
        }

        try
        {
            var reader = context.GetRequiredFeature<IRequestBodyPipeFeature>().Reader;
            using var body = await RequestBody.Read(reader, request.Headers.ContentLength, options.LargestBody).ConfigureAwait(false);
            if (body is null)
            {
                return await Refuse(context, StatusCodes.Status413PayloadTooLarge, $"the body has more than {options.LargestBody} bytes").ConfigureAwait(false);
            }

            var review = ReviewReader.Read(body.Bytes);
            var limit = AnswerLimit.Of(request.QueryString, options.LongestAnswer);
            var verdict = entry is { } called ? await reviewer.Answer(called, review, limit).ConfigureAwait(false) : new Verdict { Warnings = [canary] };
            await Send(context, review, verdict).ConfigureAwait(false);
            return StatusCodes.Status200OK;
        }
        catch (ReviewFormatException e)
        {
            return await Refuse(context, StatusCodes.Status400BadRequest, e.Message).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            logger.TooLate(request.Path);
            return await Refuse(context, StatusCodes.Status504GatewayTimeout, "no verdict within the time the caller waits").ConfigureAwait(false);
        }
        finally
        {
            budget.GiveBack(taken);
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
