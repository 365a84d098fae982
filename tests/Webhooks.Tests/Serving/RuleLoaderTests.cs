using System.Threading.Channels;
using Daytwo.Runtime;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Serving;
using Daytwo.Webhooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Webhooks.Tests.Serving;

public sealed class RuleLoaderTests : IAsyncDisposable
{
    private const string Rules = "/apis/daytwo.dev/v1alpha1/admissionrules/";

    /// <summary>Only there to end a broken test.</summary>
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(30));
    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();
    private readonly EmbeddedCluster _cluster = new();
    private readonly RuleLoader _loader;
    private Task _work = Task.CompletedTask;

    public RuleLoaderTests()
    {
        _loader = new RuleLoader(_cluster.Client, new RuntimeServices(TimeProvider.System, new SeededRandom(1), new MetricsRegistry(), NullLoggerFactory.Instance));
        _loader.InForce.Subscribe(() => _changes.Writer.TryWrite(true));
    }

    private IReadOnlyDictionary<string, string> Digests => _loader.InForce.Digests;

    [Fact]
    public async Task Rules_of_the_outlet_are_in_force_and_follow_the_API()
    {
        await _cluster.Install();
        await Rule("served", "outlet: Webhook");
        await Rule("policy", "outlet: Policy");
        Begin();
        await Until(() => _loader.InForce.Plan is not null);
        Assert.Equal(["served"], Digests.Keys);
        var before = Digests["served"];

        await Rule("served", "outlet: Webhook", expression: "false");
        await Until(() => Digests["served"] != before);

        await Rule("policy", "outlet: Both");
        await Until(() => Digests.ContainsKey("policy"));

        await _cluster.Delete(Rules + "served");
        await Until(() => !Digests.ContainsKey("served"));
    }

    [Fact]
    public async Task Exception_is_taken_in_when_it_is_made_and_out_when_it_is_deleted()
    {
        const string exception = "/apis/daytwo.dev/v1alpha1/ruleexceptions/e";
        await _cluster.Install();
        await Rule("served", "outlet: Webhook");
        Begin();
        await Until(() => Digests.ContainsKey("served"));
        var before = Digests["served"];

        await _cluster.Apply(exception, """
            apiVersion: daytwo.dev/v1alpha1
            kind: RuleException
            metadata: {name: e}
            spec: {rules: [served], match: {names: [a]}, owner: o, reason: r, expiresAt: "2999-01-01T00:00:00Z"}
            """);
        await Until(() => Digests["served"] != before);

        await _cluster.Delete(exception);
        await Until(() => Digests["served"] == before);
    }

    [Fact]
    public async Task Rule_with_parameters_is_loaded_once_they_are_read()
    {
        await _cluster.Install();
        await Rule("served", "outlet: Webhook\n  params: {configMap: {name: words, namespace: default}}", "params.data.a == 'b'");
        Begin();

        await Until(() => Digests.ContainsKey("served") && _loader.InForce.Unready() is null);

        Assert.False(Digests["served"].StartsWith('!'), Digests["served"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _loader.Dispose();
        _cluster.Dispose();
        _end.Dispose();
    }

    private void Begin() => _work = Task.WhenAll([.. _loader.Informers.Select(informer => informer.Run(_end.Token)), _loader.Run(_end.Token)]);

    /// <summary>Looks again after each change of what is in force.</summary>
    private async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await _changes.Reader.ReadAsync(_end.Token);
        }
    }

    private Task Rule(string name, string more, string expression = "true") => _cluster.Apply(Rules + name, $$"""
        apiVersion: daytwo.dev/v1alpha1
        kind: AdmissionRule
        metadata: {name: {{name}}}
        spec:
          match: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}
          validations: [{expression: "{{expression}}", message: m}]
          {{more}}
        """);
}
