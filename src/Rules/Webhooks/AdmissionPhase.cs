namespace Daytwo.Rules.Webhooks;

/// <summary>What the apiserver asks a webhook for: first changes, then a judgement of the final object.</summary>
public enum AdmissionPhase
{
    Mutate,
    Validate,
}
