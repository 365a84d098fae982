using System.Text.Json.Nodes;
using Daytwo.Webhooks.Certificates;

namespace Daytwo.Webhooks.Tests.Certificates;

public sealed class CertificateRulesTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly CertificateTimes Times = CertificateTimes.Default;
    private static readonly TrustedAuthorities Everyone = TrustedAuthorities.Of([]);
    private static readonly TrustedAuthorities Nobody = TrustedAuthorities.Of([JsonNode.Parse("""{"webhooks":[{"clientConfig":{"caBundle":""}}]}""")!.AsObject()]);

    [Fact]
    public void First_certificate_is_made_at_once() => Assert.True(CertificateRules.Decide(CertificateState.None, null, Start, Times).Make);

    [Fact]
    public void Certificate_is_served_once_trusted_for_the_settling_time()
    {
        var state = new CertificateState(null, Made("a", Start), null);

        var untrusted = CertificateRules.Decide(state, Nobody, Start, Times);
        var trusted = CertificateRules.Decide(untrusted.State, Everyone, Start + S(10), Times);
        var settled = CertificateRules.Decide(trusted.State, Everyone, Start + S(15), Times);

        Assert.Null(untrusted.State.Serving);
        Assert.Null(trusted.State.Serving);
        Assert.Equal(Start + S(15), trusted.WakeAt);
        Assert.Equal("a", settled.State.Serving?.Authority);
        Assert.False(settled.Make);
    }

    [Fact]
    public void Trust_withdrawn_while_settling_counts_anew()
    {
        var state = new CertificateState(null, Made("a", Start), null);
        state = CertificateRules.Decide(state, Everyone, Start, Times).State;
        state = CertificateRules.Decide(state, Nobody, Start + S(4), Times).State;
        state = CertificateRules.Decide(state, Everyone, Start + S(5), Times).State;
        Assert.Null(CertificateRules.Decide(state, Everyone, Start + S(9), Times).State.Serving);
        Assert.NotNull(CertificateRules.Decide(state, Everyone, Start + S(10), Times).State.Serving);
    }

    [Fact]
    public void Unknown_trust_serves_nothing_new() =>
        Assert.Null(CertificateRules.Decide(new CertificateState(null, Made("a", Start), null), null, Start + S(3600), Times).State.Serving);

    [Fact]
    public void Replaced_authority_stays_published_for_the_overlap()
    {
        var wall = Start + Times.RenewAfter;
        var state = new CertificateState(Made("old", Start), Made("new", wall) with { Since = wall }, null);

        var switched = CertificateRules.Decide(state, Everyone, wall + Times.Settle, Times);
        var later = CertificateRules.Decide(switched.State, Everyone, wall + Times.Settle + Times.Overlap, Times);

        Assert.Equal("new", switched.State.Serving?.Authority);
        Assert.Equal(["new", "old"], switched.State.Published);
        Assert.Equal(wall + Times.Settle + Times.Overlap, switched.WakeAt);
        Assert.Equal(["new"], later.State.Published);
    }

    [Fact]
    public void Expired_certificate_is_not_served()
    {
        var state = new CertificateState(Made("old", Start), null, null);
        var decision = CertificateRules.Decide(state, Nobody, Start + Times.Lifetime, Times);
        Assert.Null(decision.State.Serving);
        Assert.True(decision.Make);
    }

    [Fact]
    public void One_that_nobody_comes_to_trust_gives_way_to_a_younger_one()
    {
        var state = new CertificateState(Made("old", Start), Made("new", Start + S(10)), null);
        var decision = CertificateRules.Decide(state, Nobody, Start + S(10) + Times.RenewAfter, Times);
        Assert.True(decision.Make);
        Assert.Equal(["old"], decision.State.Published);
    }

    /// <summary>A year of wake-ups and changing trust: what is served is always valid, trusted when it began, and published.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Story_of_a_year_keeps_the_promises(int seed)
    {
        var random = new Random(seed);
        var (state, wall, made, served) = (CertificateState.None, Start, 0, new HashSet<string>());
        while (wall < Start.AddDays(365))
        {
            var trust = random.Next(4) switch { 0 => null, 1 => Nobody, _ => Everyone };
            var before = state.Serving;
            var decision = CertificateRules.Decide(state, trust, wall, Times);
            state = decision.Make ? decision.State with { Next = Made($"c{made++}", wall) } : decision.State;

            Assert.True(decision.WakeAt > wall);
            Assert.True(state.Serving is null || state.Serving.NotAfter > wall);
            Assert.True(state.Serving is null || state.Published.Contains(state.Serving.Authority));
            if (state.Serving is { } now && now != before)
            {
                Assert.Same(Everyone, trust);
                Assert.True(served.Add(now.Authority));
            }

            var next = wall + TimeSpan.FromMinutes(random.Next(1, 600));
            wall = random.Next(2) == 0 && decision.WakeAt < next ? decision.WakeAt : next;
        }

        Assert.InRange(served.Count, 150, 366);
    }

    private static CertificateState.Held Made(string authority, DateTimeOffset at) => new(authority, at, at + Times.Lifetime);

    private static TimeSpan S(int seconds) => TimeSpan.FromSeconds(seconds);
}
