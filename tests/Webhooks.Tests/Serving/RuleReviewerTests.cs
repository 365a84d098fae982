using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Transport;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Reviews;
using Daytwo.Webhooks.Serving;
using Daytwo.Webhooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Webhooks.Tests.Serving;

/// <summary>No watch has told of any namespace here: each is asked for.</summary>
public sealed class RuleReviewerTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly WallTime _time = new();
    private readonly CannedApi _api;
    private readonly ParameterWatches _parameters;
    private readonly RulesInForce _rules;
    private readonly RuleReviewer _reviewer;
    private readonly WebhookEntry _entry;
    private Func<(int Status, string Json)> _answer = () => (200, DefaultNamespace.Json);

    public RuleReviewerTests()
    {
        _api = new CannedApi(() => _answer());
        var (client, services) = (new KubernetesClient(_api), new RuntimeServices(_time, new SeededRandom(1), new MetricsRegistry(), NullLoggerFactory.Instance));
        _parameters = new ParameterWatches(client, services);
        var cluster = new ClusterView(client, new Informer<RawObject>(client, RawObject.Resource(Namespace.Resource.Type), services), _parameters);
        _rules = new RulesInForce(services.Metrics);
        _reviewer = new RuleReviewer(_rules, cluster, new RequestJudge(cluster, new VerdictRecorder(_time, NullLogger.Instance), _time), _time);
        var compiler = new RuleCompiler(new RuleMetrics(services.Metrics), NullLogger.Instance);
        AdmissionRule[] rules = [SampleRules.FixedTags()];
        compiler.Load(rules, [], _time.Now);
        _rules.Put(rules, compiler.Loaded, _ => true);
        _entry = _rules.Plan!.Entries.Keys.Single();
    }

    [Fact]
    public async Task Request_that_no_rule_is_about_passes_and_nothing_is_asked()
    {
        var review = Review(SampleReviews.CreatePod(SampleRules.Latest)) with { Operation = "UPDATE" };

        Assert.Same(Verdict.Pass, await _reviewer.Answer(_entry, review, Patience));
        Assert.Empty(_api.Paths);
    }

    [Fact]
    public async Task Namespace_that_no_watch_has_told_of_is_asked_for_once()
    {
        var verdict = await _reviewer.Answer(_entry, Review(SampleReviews.CreatePod(SampleRules.Latest)), Patience);
        var again = _reviewer.Answer(_entry, Review(SampleReviews.CreatePod(SampleRules.Latest)), Patience);

        Assert.Contains("images need a fixed tag", verdict.Refusal!.Message, StringComparison.Ordinal);
        Assert.True(again.IsCompletedSuccessfully);
        Assert.Equal(verdict.Refusal, (await again).Refusal);
        Assert.Equal(["/api/v1/namespaces/default"], _api.Paths);
    }

    [Fact]
    public async Task Namespace_that_does_not_exist_is_an_error_of_the_rule_as_on_apiservers()
    {
        _answer = () => CannedApi.NotFound;

        var verdict = await _reviewer.Answer(_entry, Review(SampleReviews.CreatePod()), Patience);

        Assert.Contains("AdmissionRule 'fixed-tags' denied request", verdict.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_verdict_while_the_namespace_cannot_be_read()
    {
        _answer = () => throw new ApiUnreachableException("connection refused");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _reviewer.Answer(_entry, Review(SampleReviews.CreatePod()), Patience));
    }

    [Fact]
    public async Task Time_spent_on_the_namespace_is_taken_off_the_rules_time()
    {
        _answer = () =>
        {
            _time.Now += Patience;
            return (200, DefaultNamespace.Json);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _reviewer.Answer(_entry, Review(SampleReviews.CreatePod()), Patience));
    }

    [Fact]
    public async Task Review_whose_request_cannot_be_read_is_refused_as_such()
    {
        var review = Review(SampleReviews.CreatePod()) with { Request = SampleReviews.Utf8("""{"kind":1}""") };

        await Assert.ThrowsAsync<ReviewFormatException>(async () => await _reviewer.Answer(_entry, review, Patience));
    }

    public void Dispose() => _parameters.Dispose();

    private static Review Review(string json) => ReviewReader.Read(SampleReviews.Utf8(json));
}
