using Daytwo.Kubernetes.Results;

namespace Daytwo.Runtime.Rules;

/// <summary>How one step of a reconcile went.</summary>
/// <param name="Failure">Why it did not work and is to be tried again after the back-off; null when it did.</param>
public readonly record struct StepOutcome(string? Failure)
{
    public static StepOutcome Ok => default;

    public static StepOutcome Failed(string why) => new(why);

    /// <summary>The usual reading of the API's answer: a refusal is a failure; after a conflict the next observation sees why.</summary>
    public static StepOutcome Of(ApiError? error) => new(error?.ToString());
}
