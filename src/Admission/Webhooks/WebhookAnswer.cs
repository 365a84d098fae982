using System.Text.Json;

namespace Daytwo.Admission.Webhooks;

/// <summary>What came of calling a webhook: its response, or why there is none that counts.</summary>
/// <param name="Problem">In the words of the apiserver; null when there is a response.</param>
public sealed record WebhookAnswer(WebhookResponse? Response, string? Problem)
{
    public static WebhookAnswer Fail(string problem) => new(null, problem);

    /// <summary>Reads a webhook's body.</summary>
    /// <param name="uid">Of the request it answers.</param>
    /// <param name="mutating">Whether it may change the object.</param>
    public static WebhookAnswer Read(ReadOnlySpan<byte> body, string uid, bool mutating)
    {
        WebhookReview? review;
        try
        {
            review = JsonSerializer.Deserialize(body, WebhookJson.Default.WebhookReview);
        }
        catch (JsonException e)
        {
            return Fail($"failed to call webhook: couldn't get version/kind; json parse error: {e.Message}");
        }

        return review?.Response is { } response && Invalid(review, response, uid, mutating) is null
            ? new(response, null)
            : Fail($"received invalid webhook response: {(review?.Response is null ? "webhook response was absent" : Invalid(review, review.Response, uid, mutating))}");
    }

    private static string? Invalid(WebhookReview review, WebhookResponse response, string uid, bool mutating)
    {
        var hasPatch = response.Patch is { Length: > 0 };
        if (response.Uid != uid)
        {
            return $"expected response.uid=\"{uid}\", got \"{response.Uid}\"";
        }

        if (review.ApiVersion != "admission.k8s.io/v1" || review.Kind != "AdmissionReview")
        {
            return $"expected webhook response of admission.k8s.io/v1, Kind=AdmissionReview, got {review.ApiVersion}, Kind={review.Kind}";
        }

        if (!mutating)
        {
            return hasPatch ? "validating webhook may not return response.patch" : response.PatchType is not null ? "validating webhook may not return response.patchType" : null;
        }

        if (hasPatch != response.PatchType is not null)
        {
            return hasPatch ? "webhook returned response.patch but not response.patchType" : "webhook returned response.patchType but not response.patch";
        }

        return response.PatchType is { Length: 0 } ? "webhook returned invalid response.patchType of \"\"" : null;
    }
}
