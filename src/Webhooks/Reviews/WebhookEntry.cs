using Daytwo.Crds.Admission;

namespace Daytwo.Webhooks.Reviews;

/// <summary>One entry of a webhook configuration: the apiserver calls it by its path, and it serves the rules of that failure policy.</summary>
/// <param name="Phase">Whether it changes or judges.</param>
/// <param name="FailurePolicy">What the apiserver does when nobody answers.</param>
public readonly record struct WebhookEntry(ReviewPhase Phase, WebhookFailurePolicy FailurePolicy)
{
    /// <summary>Every entry there can be.</summary>
    public static IReadOnlyList<WebhookEntry> All { get; } =
    [
        new(ReviewPhase.Mutate, WebhookFailurePolicy.Ignore),
        new(ReviewPhase.Mutate, WebhookFailurePolicy.Fail),
        new(ReviewPhase.Validate, WebhookFailurePolicy.Ignore),
        new(ReviewPhase.Validate, WebhookFailurePolicy.Fail),
    ];

    /// <summary>Where the apiserver posts reviews, such as <c>/validate/ignore</c>.</summary>
    public string Path => (Phase, FailurePolicy) switch
    {
        (ReviewPhase.Mutate, WebhookFailurePolicy.Ignore) => "/mutate/ignore",
        (ReviewPhase.Mutate, WebhookFailurePolicy.Fail) => "/mutate/fail",
        (ReviewPhase.Validate, WebhookFailurePolicy.Ignore) => "/validate/ignore",
        _ => "/validate/fail",
    };

    /// <summary>The entry that a path names; null for none.</summary>
    public static WebhookEntry? OfPath(string path) => path switch
    {
        "/mutate/ignore" => new(ReviewPhase.Mutate, WebhookFailurePolicy.Ignore),
        "/mutate/fail" => new(ReviewPhase.Mutate, WebhookFailurePolicy.Fail),
        "/validate/ignore" => new(ReviewPhase.Validate, WebhookFailurePolicy.Ignore),
        "/validate/fail" => new(ReviewPhase.Validate, WebhookFailurePolicy.Fail),
        _ => null,
    };
}
