using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Corpus;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Sandbox;

/// <summary>
/// A rule put into an outlet behind all others: once an apiserver applies it, changing and refusing, it applies the others too, for
/// apiservers and webhooks learn of objects in the order of their creation.
/// </summary>
/// <param name="suffix">Unique in the run.</param>
/// <param name="unanswered">What becomes of requests that the webhook does not answer, as of those of the rules before it.</param>
public sealed class Canary(RunMarks marks, string suffix, RuleOutlet outlet, WebhookFailurePolicy unanswered = WebhookFailurePolicy.Fail)
{
    private const string Label = "daytwo.dev/canary";
    private const string Passed = "admitted";
    private const string Said = "changed and refused";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly ResourceType ConfigMaps = new("", "v1", "configmaps", "ConfigMap", Namespaced: true);

    // The last by name too, for mutations run in the order of names.
    private readonly Mark _mark = marks.Of($"{suffix}zz-canary-{outlet}".ToLowerInvariant());

    public MarkedRule Rule => MarkedRule.Of(Definition(), [], _mark.Manager, RuleMode.Enforce, outlet, marks, _mark).Unanswered(unanswered);

    /// <summary>Waits until every apiserver applies the rule.</summary>
    /// <exception cref="ProofException">One does not in time.</exception>
    public Task InForce(IReadOnlyList<Apiserver> apiservers, string ns, TimeProvider time, CancellationToken ct) =>
        Await(apiservers, ns, said => said == Said, outlet == RuleOutlet.Policy ? "does not apply rules" : "does not apply rules (does 'daytwo webhooks' run, and do apiservers reach it?)", time, ct);

    /// <summary>Waits until no apiserver applies the rule any more, after it was removed.</summary>
    /// <exception cref="ProofException">One still does.</exception>
    public Task Gone(IReadOnlyList<Apiserver> apiservers, string ns, TimeProvider time, CancellationToken ct) =>
        Await(apiservers, ns, said => said == Passed, "still applies rules", time, ct);

    private async Task Await(IReadOnlyList<Apiserver> apiservers, string ns, Func<string, bool> until, string otherwise, TimeProvider time, CancellationToken ct)
    {
        var item = new CorpusItem("canary", AdmissionOperation.Create, ConfigMaps, ns, "canary", new JsonObject { ["metadata"] = new JsonObject { ["name"] = "canary" } });
        var start = time.GetTimestamp();
        foreach (var apiserver in apiservers)
        {
            while (await Ask(apiserver, item, ct) is var said && !until(said))
            {
                if (time.GetElapsedTime(start) > Limit)
                {
                    throw new ProofException($"{apiserver.Name} {otherwise} of the outlet {outlet} after {Limit.TotalSeconds:0} s. Its last answer: {said}");
                }

                await Task.Delay(Pause, time, ct);
            }
        }
    }

    private async Task<string> Ask(Apiserver apiserver, CorpusItem item, CancellationToken ct)
    {
        try
        {
            var answer = await new DryRun(apiserver.Client.Transport).Send(item, _mark, ct);
            return answer.Kind == AnswerKind.Admitted ? Passed : answer.Message;
        }
        catch (ApiUnreachableException e)
        {
            return e.Message;
        }
    }

    private static AdmissionRule Definition() => new()
    {
        Spec = new AdmissionRuleSpec
        {
            Match = new RuleMatch
            {
                ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["configmaps"], Operations = [AdmissionOperation.Create] }],
            },
            Mutations = [new RuleMutation { JsonPatch = new MutationExpression { Expression = $"[JSONPatch{{op: 'add', path: '/metadata/labels', value: {{'{Label}': 'true'}}}}]" } }],
            Validations = [new RuleValidation { Expression = "false", Message = "refused", MessageExpression = $"'{Label}' in object.metadata.?labels.orValue({{}}) ? '{Said}' : 'refused, not changed'" }],
        },
    };
}
