namespace Daytwo.Webhooks.Reviews;

/// <summary>What the apiserver asks for: first changes, then a judgement of the final object.</summary>
public enum ReviewPhase
{
    Mutate,
    Validate,
}
