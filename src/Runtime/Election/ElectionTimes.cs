namespace Daytwo.Runtime.Election;

/// <summary>The times of an election.</summary>
/// <param name="LeaseDuration">For how long others leave an unrenewed lease alone.</param>
/// <param name="RenewDeadline">For how long after its last renewal was sent a leader may act; shorter than the lease, so that what is on its way lands in time.</param>
/// <param name="RetryPeriod">How often a leader renews and a follower looks.</param>
public sealed record ElectionTimes(TimeSpan LeaseDuration, TimeSpan RenewDeadline, TimeSpan RetryPeriod)
{
    /// <summary>As the components of Kubernetes: 15, 10 and 2 seconds.</summary>
    public static ElectionTimes Default { get; } = new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2));
}
