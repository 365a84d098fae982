using System.Collections.Concurrent;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Serving;

namespace Daytwo.Webhooks.Tests.Support;

/// <summary>Answers as the test says, and keeps what it was asked.</summary>
internal sealed class ScriptedReviewer : IReviewer
{
    public Func<Review, ValueTask<Verdict>> Answer { get; set; } = _ => new(Verdict.Pass);

    public ConcurrentQueue<(WebhookEntry Entry, TimeSpan Patience)> Calls { get; } = new();

    ValueTask<Verdict> IReviewer.Answer(WebhookEntry entry, Review review, TimeSpan patience)
    {
        Calls.Enqueue((entry, patience));
        return Answer(review);
    }
}
