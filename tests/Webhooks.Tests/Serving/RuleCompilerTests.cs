using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Serving;
using Daytwo.Webhooks.Tests.Support;

namespace Daytwo.Webhooks.Tests.Serving;

public sealed class RuleCompilerTests
{
    private const string Slip = "object.";

    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = Now.AddHours(1);

    private readonly MetricsRegistry _metrics = new();
    private readonly RecordedLog _log = new();
    private readonly RuleCompiler _compiler;

    public RuleCompilerTests() => _compiler = new RuleCompiler(new RuleMetrics(_metrics), _log);

    [Fact]
    public void Rule_is_served_and_what_did_not_change_is_not_compiled_again()
    {
        var first = Load(SampleRules.FixedTags());
        var second = Load(SampleRules.FixedTags());

        Assert.Null(first.Problem);
        Assert.NotNull(first.Served);
        Assert.Same(first.Served, second.Served);
        Assert.Equal([$"AdmissionRule fixed-tags is in force, digest {first.Digest}"], _log.Lines);
    }

    [Fact]
    public void Rule_that_does_not_compile_stays_as_it_was_and_holds_up_no_other()
    {
        var good = Load(SampleRules.FixedTags());

        _compiler.Load([SampleRules.FixedTags().Changed(Slip), SampleRules.Labels()], [], Now);

        var (slipped, other) = (_compiler.Loaded["fixed-tags"], _compiler.Loaded["labels"]);
        Assert.Same(good.Served, slipped.Served);
        Assert.StartsWith("spec.validations[0].expression: ", slipped.Problem, StringComparison.Ordinal);
        Assert.NotEqual(good.Digest, slipped.Digest);
        Assert.NotNull(other.Served);
        Assert.Contains(_log.Lines, line => line.StartsWith("AdmissionRule fixed-tags cannot be put in force: spec.validations[0].expression", StringComparison.Ordinal));
    }

    [Fact]
    public void Rule_that_cannot_be_rendered_and_never_could_is_not_served()
    {
        var loaded = Load(SampleRules.Asking("authorizer.path('/').check('get').allowed()"));

        Assert.Null(loaded.Served);
        Assert.Contains("cannot serve 'authorizer'", loaded.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_that_is_mended_is_served_as_it_is_now()
    {
        Load(SampleRules.FixedTags().Changed(Slip));

        var mended = Load(SampleRules.FixedTags().Changed(Slip).Changed("true"));

        Assert.Null(mended.Problem);
        Assert.Equal("true", mended.Served!.Spec.Validations![0].Expression);
    }

    [Fact]
    public void Rule_made_anew_under_its_name_inherits_nothing()
    {
        var rule = SampleRules.FixedTags();
        Load(rule);

        var anew = rule.Changed(Slip);
        anew = anew with { Metadata = anew.Metadata with { Uid = "another", Generation = 1 } };

        Assert.Null(Load(anew).Served);
    }

    [Fact]
    public void Rule_that_is_gone_is_forgotten_with_its_series()
    {
        Load(SampleRules.FixedTags()).Served!.Series.Count(RuleSeries.Passed, TimeSpan.Zero);
        Assert.Contains("rule=\"fixed-tags\"", _metrics.ToText(), StringComparison.Ordinal);

        _compiler.Load([], [], Now);

        Assert.Empty(_compiler.Loaded);
        Assert.DoesNotContain("rule=\"fixed-tags\"", _metrics.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Exception_is_taken_in_until_it_ends_and_counting_goes_on()
    {
        var rule = SampleRules.FixedTags();
        List<RuleException> exceptions = [SampleRules.Exception("fixed-tags", End)];
        var before = Load(rule);

        Assert.Equal(End, _compiler.Load([rule], exceptions, Now));
        var excepted = _compiler.Loaded["fixed-tags"];
        Assert.Null(_compiler.Load([rule], exceptions, End));
        var ended = _compiler.Loaded["fixed-tags"];

        Assert.NotEqual(before.Digest, excepted.Digest);
        Assert.Equal(before.Digest, ended.Digest);
        Assert.Same(before.Served!.Tally, ended.Served!.Tally);
    }

    [Fact]
    public void First_exception_to_end_is_told_whichever_rule_it_is_of()
    {
        var next = _compiler.Load(
            [SampleRules.FixedTags(), SampleRules.Labels(), SampleRules.Asking("true")],
            [SampleRules.Exception("fixed-tags", End.AddDays(1)), SampleRules.Exception("labels", End)], Now);

        Assert.Equal(End, next);
    }

    [Fact]
    public void Counting_begins_anew_with_a_changed_rule() =>
        Assert.NotSame(Load(SampleRules.FixedTags()).Served!.Tally, Load(SampleRules.FixedTags().Changed("true")).Served!.Tally);

    [Fact]
    public void Policy_is_compared_with_only_while_it_says_what_is_served()
    {
        var rule = SampleRules.FixedTags(outlet: RuleOutlet.Both);
        var loaded = Load(rule);
        Assert.False(loaded.Served!.PolicyInForce);

        Assert.True(Load(rule.Proven(loaded.Digest)).Served!.PolicyInForce);
        Assert.False(Load(rule.Proven("of before")).Served!.PolicyInForce);
        Load(rule.Proven(loaded.Digest));
        Assert.False(Load(rule.Changed(Slip).Proven(loaded.Digest)).Served!.PolicyInForce);
    }

    private LoadedRule Load(AdmissionRule rule)
    {
        _compiler.Load([rule], [], Now);
        return _compiler.Loaded[rule.Metadata.Name];
    }
}
