using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Serving;
using Daytwo.Webhooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Webhooks.Tests.Serving;

public sealed class RulesInForceTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MetricsRegistry _metrics = new();
    private readonly RuleCompiler _compiler;
    private readonly RulesInForce _rules;

    public RulesInForceTests() => (_compiler, _rules) = (new RuleCompiler(new RuleMetrics(_metrics), NullLogger.Instance), new RulesInForce(_metrics));

    [Fact]
    public void Nothing_is_in_force_before_the_rules_were_read() =>
        Assert.Equal(("the rules were not read yet", null, 0), (_rules.Unready(), _rules.Plan, _rules.Digests.Count));

    [Fact]
    public void No_rules_at_all_are_ready()
    {
        Put();

        Assert.Null(_rules.Unready());
        Assert.NotNull(_rules.Plan);
    }

    [Fact]
    public void Rule_is_found_and_told_by_its_digest()
    {
        Put(SampleRules.FixedTags());

        Assert.Equal(_compiler.Loaded["fixed-tags"].Digest, _rules.Digests["fixed-tags"]);
        var entry = Assert.Single(_rules.Plan!.Entries.Keys);
        Assert.Equal(["fixed-tags"], _rules.Index.Find(entry, ReviewReader.Read(SampleReviews.Utf8(SampleReviews.CreatePod()))).Rules.Select(rule => rule.Name));
    }

    [Fact]
    public void Rule_that_cannot_be_served_is_told_cut_to_size_keeps_its_entry_and_is_no_reason_to_wait()
    {
        Put(SampleRules.Asking(string.Concat(Enumerable.Repeat("object.", 100))));

        var told = _rules.Digests["asking"];
        Assert.StartsWith("!spec.validations[0].expression: ", told, StringComparison.Ordinal);
        Assert.EndsWith("… (this replica does not judge it: requests pass)", told, StringComparison.Ordinal);
        Assert.InRange(told.Length, 300, 400);
        Assert.Single(_rules.Plan!.Entries);
        Assert.Null(_rules.Unready());
    }

    [Fact]
    public void Rule_that_stays_as_it_was_is_told_so()
    {
        Put(SampleRules.FixedTags());
        Put(SampleRules.FixedTags().Changed("object."));

        Assert.EndsWith(" (this replica judges by the rule as it was before)", _rules.Digests["fixed-tags"], StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_waits_for_its_parameters()
    {
        var rule = SampleRules.Asking("params.data.a == 'b'");
        rule = rule with { Spec = rule.Spec with { Params = new RuleParams { ConfigMap = new ConfigMapParams { Name = "words", Namespace = "default" } } } };

        Put(synced: false, rule);
        Assert.Equal("the parameters of asking were not read yet", _rules.Unready());

        Put(synced: true, rule);
        Assert.Null(_rules.Unready());
        Assert.Equal(_compiler.Loaded["asking"].Digest, _rules.Digests["asking"]);
    }

    [Fact]
    public void Whoever_is_told_of_a_change_sees_it()
    {
        var seen = new List<int>();
        _rules.Subscribe(() => seen.Add(_rules.Digests.Count));

        Put(SampleRules.FixedTags());
        Put();

        Assert.Equal([1, 0], seen);
    }

    [Fact]
    public void Traffic_is_that_of_rules_that_something_was_asked_about()
    {
        Put(SampleRules.FixedTags(), SampleRules.Labels());
        _compiler.Loaded["labels"].Served!.Tally.Count(RuleSeries.Changed);

        Assert.Equal(["labels"], _rules.Traffic.Keys);
    }

    [Fact]
    public void Metrics_say_how_many_rules_are_loaded_and_how_many_are_not()
    {
        Put(SampleRules.FixedTags(), SampleRules.Labels(), SampleRules.Asking("object."));

        Assert.Contains("daytwo_rules_loaded{outlet=\"webhook\"} 2\n", _metrics.ToText(), StringComparison.Ordinal);
        Assert.Contains("daytwo_rules_not_loaded{outlet=\"webhook\"} 1\n", _metrics.ToText(), StringComparison.Ordinal);
    }

    private void Put(params AdmissionRule[] rules) => Put(synced: true, rules);

    private void Put(bool synced, params AdmissionRule[] rules)
    {
        _compiler.Load(rules, [], Now);
        _rules.Put(rules, _compiler.Loaded, _ => synced);
    }
}
