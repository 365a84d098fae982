using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Reviews;

namespace Daytwo.Webhooks.Serving;

/// <summary>Answers reviews.</summary>
public interface IReviewer
{
    /// <param name="entry">The entry whose path was called.</param>
    /// <param name="review">Valid until the answer is given.</param>
    /// <param name="patience">How long the caller waits.</param>
    /// <exception cref="OperationCanceledException">There is no verdict within that time; the apiserver then does what its failure policy says.</exception>
    ValueTask<Verdict> Answer(WebhookEntry entry, Review review, TimeSpan patience);
}
