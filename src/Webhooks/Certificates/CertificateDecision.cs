namespace Daytwo.Webhooks.Certificates;

/// <summary>What is to be done with certificates now.</summary>
/// <param name="State">From now on.</param>
/// <param name="Make">Whether a new identity is to be made, which then becomes <see cref="CertificateState.Next"/>.</param>
/// <param name="WakeAt">When to decide again even if nothing is seen to change.</param>
public sealed record CertificateDecision(CertificateState State, bool Make, DateTimeOffset WakeAt);
