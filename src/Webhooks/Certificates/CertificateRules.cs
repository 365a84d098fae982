namespace Daytwo.Webhooks.Certificates;

/// <summary>
/// The life of serving certificates; pure. Guarantees: a certificate is served only after its authority was seen in every bundle for
/// <see cref="CertificateTimes.Settle"/>, never after its end; the authority of what is served is published all the while.
/// </summary>
public static class CertificateRules
{
    /// <param name="trusted">What apiservers trust; null while that is unknown.</param>
    public static CertificateDecision Decide(CertificateState state, TrustedAuthorities? trusted, DateTimeOffset wall, CertificateTimes times)
    {
        state = Forget(state, wall, times);
        state = Notice(state, trusted, wall);
        if (state.Next is { Since: { } since } next && wall - since >= times.Settle)
        {
            state = new CertificateState(next, null, state.Serving is null ? state.Replaced : state.Serving with { Since = wall });
        }

        return new CertificateDecision(state, Wanted(state, wall, times), WakeAt(state, wall, times));
    }

    private static CertificateState Forget(CertificateState state, DateTimeOffset wall, CertificateTimes times) => new(
        state.Serving?.NotAfter > wall ? state.Serving : null,
        // One that nobody came to trust gives way to a younger one, so that what is served at last has its life before it.
        state.Next is { } next && wall - next.MadeAt < times.RenewAfter ? next : null,
        state.Replaced is { Since: { } since } replaced && wall - since < times.Overlap ? replaced : null);

    /// <summary>Notes since when the next one is trusted; trust that was withdrawn counts from its return.</summary>
    private static CertificateState Notice(CertificateState state, TrustedAuthorities? trusted, DateTimeOffset wall) => state.Next is not { } next
        ? state
        : trusted?.Contains(next.Authority) == true
            ? state with { Next = next with { Since = next.Since ?? wall } }
            : state with { Next = next with { Since = null } };

    private static bool Wanted(CertificateState state, DateTimeOffset wall, CertificateTimes times) =>
        state.Next is null && (state.Serving is not { } serving || wall - serving.MadeAt >= times.RenewAfter);

    private static DateTimeOffset WakeAt(CertificateState state, DateTimeOffset wall, CertificateTimes times)
    {
        DateTimeOffset?[] moments =
        [
            state.Serving?.NotAfter,
            state.Next is null ? state.Serving?.MadeAt + times.RenewAfter : null,
            state.Next?.Since + times.Settle,
            state.Next?.MadeAt + times.RenewAfter,
            state.Replaced?.Since + times.Overlap,
        ];
        var due = moments.Where(time => time > wall).Min();
        return due ?? wall + times.RenewAfter;
    }
}
