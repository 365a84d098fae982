using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Serving;

/// <summary>
/// Renders rules with their exceptions, and compiles what changed since it last did. A rule that cannot be compiled stays as it was; it never holds up the others.
/// One caller at a time.
/// </summary>
internal sealed class RuleCompiler(RuleMetrics metrics, ILogger logger)
{
    private readonly Dictionary<string, LoadedRule> _loaded = new(StringComparer.Ordinal);

    /// <summary>What came of each rule, by name.</summary>
    public IReadOnlyDictionary<string, LoadedRule> Loaded => _loaded;

    /// <param name="rules">All rules to be served; what was loaded of others is forgotten.</param>
    /// <param name="exceptions">All there are.</param>
    /// <returns>When the first exception of a rule ends, so that it is to be done again; null when there is none.</returns>
    public DateTimeOffset? Load(IReadOnlyList<AdmissionRule> rules, IReadOnlyList<RuleException> exceptions, DateTimeOffset wall)
    {
        DateTimeOffset? next = null;
        foreach (var rule in rules)
        {
            var rendered = RuleRenderer.Render(rule, exceptions, wall);
            next = next < rendered.Exceptions.NextExpiry ? next : rendered.Exceptions.NextExpiry ?? next;
            Take(rule, rendered, wall);
        }

        foreach (var gone in _loaded.Keys.Except(rules.Select(rule => rule.Metadata.Name)).ToList())
        {
            _loaded.Remove(gone);
            metrics.Remove(gone);
        }

        return next;
    }

    private void Take(AdmissionRule rule, RenderedRule rendered, DateTimeOffset wall)
    {
        var (name, digest) = (rule.Metadata.Name, RuleDigest.Of(rendered));
        // A rule that was deleted and made anew under its name is another one.
        var before = _loaded.GetValueOrDefault(name) is { } known && known.Uid == rule.Metadata.Uid ? known : null;
        if (before is null || before.Digest != digest || before.Generation != rule.Metadata.Generation)
        {
            _loaded[name] = Compile(rule, rendered, digest, before?.Served, wall);
        }

        Compare(rule, _loaded[name]);
    }

    private LoadedRule Compile(AdmissionRule rule, RenderedRule rendered, string digest, ServedRule? before, DateTimeOffset wall)
    {
        var problem = rendered.Findings.FirstOrDefault(finding => finding.Level == FindingLevel.Error) is { } finding ? $"{finding.Field}: {finding.Message}" : null;
        var served = problem is null ? ServedRule.Compile(rule, rendered, metrics, Tally(rule, before, wall), out problem) : null;
        if (problem is null)
        {
            logger.Loaded(rule.Metadata.Name, digest);
        }
        else
        {
            logger.NotLoaded(rule.Metadata.Name, problem);
        }

        // As with policies, what cannot be served leaves the last good in force.
        return new LoadedRule(rule.Metadata.Uid, rule.Metadata.Generation, digest, served ?? before, problem, ParameterReference.Of(rule));
    }

    /// <summary>Counting goes on when only exceptions change, and begins anew with the rule.</summary>
    private static RuleTally Tally(AdmissionRule rule, ServedRule? before, DateTimeOffset wall) =>
        before?.Tally is { } tally && tally.Generation == rule.Metadata.Generation ? tally : new RuleTally(rule.Metadata.Generation, wall);

    private static void Compare(AdmissionRule rule, LoadedRule loaded)
    {
        if (loaded.Served is { } served)
        {
            // What stays in force as it was is no longer what the policy says.
            served.PolicyInForce = loaded.Problem is null && rule.Spec.Outlet == RuleOutlet.Both && PolicyProof.DigestOf(rule) == loaded.Digest;
        }
    }
}
