using System.Net.Security;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Certificates;

/// <summary>Holds the identities that <see cref="CertificateRules"/> speak of, and lets handshakes have the one being served.</summary>
public sealed class ServingCertificates(CertificateIssuer issuer, CertificateTimes times, TimeProvider time, ILogger logger) : IServingCertificate, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ServingIdentity> _identities = new(StringComparer.Ordinal);
    private CertificateState _state = CertificateState.None;
    private volatile SslStreamCertificateContext? _current;

    public SslStreamCertificateContext? Current => _current;

    /// <summary>The fingerprint of the authority whose certificate is served; null before there is one.</summary>
    public string? ServingAuthority
    {
        get
        {
            lock (_gate)
            {
                return _state.Serving?.Authority;
            }
        }
    }

    /// <summary>When what is served ends; null before there is one.</summary>
    public DateTimeOffset? NotAfter
    {
        get
        {
            lock (_gate)
            {
                return _state.Serving?.NotAfter;
            }
        }
    }

    /// <summary>The authorities that apiservers must trust, PEM, in the order they were made.</summary>
    public IReadOnlyList<string> PublishedPems
    {
        get
        {
            lock (_gate)
            {
                return [.. _identities.Values.OrderBy(identity => identity.NotAfter).Select(identity => identity.AuthorityPem)];
            }
        }
    }

    /// <summary>Makes, serves and drops what is due.</summary>
    /// <param name="trusted">What apiservers trust; null while that is unknown.</param>
    /// <returns>When to come again even if nothing is seen to change.</returns>
    public DateTimeOffset Advance(TrustedAuthorities? trusted)
    {
        lock (_gate)
        {
            var wall = time.GetUtcNow();
            var decision = CertificateRules.Decide(_state, trusted, wall, times);
            if (decision.Make)
            {
                var made = issuer.Issue(wall);
                _identities.Add(made.Authority, made);
                logger.Made(made.Authority, made.NotAfter);
                decision = CertificateRules.Decide(decision.State with { Next = new CertificateState.Held(made.Authority, wall, made.NotAfter) }, trusted, wall, times);
            }

            Take(decision.State);
            return decision.WakeAt;
        }
    }

    public void Dispose()
    {
        foreach (var identity in _identities.Values)
        {
            identity.Dispose();
        }
    }

    private void Take(CertificateState state)
    {
        if (state.Serving is { } serving && serving.Authority != _state.Serving?.Authority)
        {
            logger.Serving(serving.Authority, serving.NotAfter);
        }

        _state = state;
        _current = state.Serving is { } held ? _identities[held.Authority].Context : null;
        foreach (var gone in _identities.Keys.Except(state.Published).ToList())
        {
            // Not disposed: a handshake may be using it. Nothing keeps it longer.
            _identities.Remove(gone);
        }
    }
}
