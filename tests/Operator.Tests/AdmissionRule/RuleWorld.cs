using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Crds.Exceptions;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Operator.AdmissionRule.Canary;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Operator.AdmissionRule.Rules;
using Daytwo.Rules;
using Daytwo.Rules.Webhooks;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.Tests.AdmissionRule;

/// <summary>A rule, the API and the apiservers in memory: decisions are made and their effects done until nothing is left to do.</summary>
internal sealed class RuleWorld
{
    private readonly List<MadeObject> made = [];
    private int uids;

    public RuleWorld(RuleMode mode = RuleMode.Enforce, bool mutates = false, RuleOutlet outlet = RuleOutlet.Policy)
    {
        Rule = new Crds.AdmissionRule
        {
            Metadata = new ObjectMeta { Name = "rule", Uid = "u-rule", Generation = 1 },
            Spec = new AdmissionRuleSpec
            {
                Mode = mode,
                Outlet = outlet,
                Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["pods"], Operations = [AdmissionOperation.Create] }] },
                Validations = [new RuleValidation { Expression = "true", Message = "m" }],
                Mutations = mutates ? [new RuleMutation { JsonPatch = new MutationExpression { Expression = "[]" } }] : null,
            },
        };
    }

    public Crds.AdmissionRule? Rule { get; set; }

    public DateTimeOffset Wall { get; set; } = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public List<Crds.RuleException> Exceptions { get; } = [];

    /// <summary>The apiservers that do not answer the canary.</summary>
    public HashSet<string> Silent { get; } = [];

    /// <summary>The apiservers that do not call the webhooks.</summary>
    public HashSet<string> NotCalling { get; } = [];

    /// <summary>What the API refuses to take, by kind.</summary>
    public Dictionary<string, ApiError> Refuses { get; } = [];

    public Refusal? Refusal { get; set; }

    public CanaryProof Proof { get; set; } = CanaryProof.None;

    public CanaryProof WebhookProof { get; set; } = CanaryProof.None;

    /// <summary>What webhook replicas say of themselves.</summary>
    public List<ReplicaReport> Replicas { get; } = [];

    public List<string> Done { get; } = [];

    public List<Notice> Told { get; } = [];

    public IReadOnlyList<MadeObject> Made => made;

    public string Kinds => string.Join(' ', made.Select(item => item.Type.Kind).Order(StringComparer.Ordinal));

    public AdmissionRuleStatus Status => Rule!.Status;

    public Condition? Condition(string type) => Status.Conditions?.SingleOrDefault(condition => condition.Type == type);

    public Decision<AdmissionRuleStatus, Effect> Decide() => AdmissionRuleRules.Decide(new Seen("rule", Rule, Exceptions, [.. made], Refusal, Proof, WebhookProof, Replicas), Wall);

    /// <summary>Decides and does until there is nothing to do now; the decision to wait is answered.</summary>
    public Decision<AdmissionRuleStatus, Effect> Settle()
    {
        for (var step = 0; step < 50; step++)
        {
            var decision = Decide();
            Rule = Rule is null ? null : Rule with { Status = decision.Status };
            Told.AddRange(decision.Events);
            if (decision.Effect is null)
            {
                return decision;
            }

            Do(decision.Effect);
        }

        throw new InvalidOperationException("the rules never come to rest: " + string.Join(", ", Done));
    }

    public void Change(Func<AdmissionRuleSpec, AdmissionRuleSpec> change) =>
        Rule = Rule! with { Spec = change(Rule.Spec), Metadata = Rule.Metadata with { Generation = Rule.Metadata.Generation + 1 } };

    public void Except(string name, DateTimeOffset until) => Exceptions.Add(new Crds.RuleException
    {
        Metadata = new ObjectMeta { Name = name },
        Spec = new RuleExceptionSpec { Rules = ["rule"], Match = new ExceptionMatch { Names = ["x"] }, Owner = "o", Reason = "r", ExpiresAt = until },
    });

    /// <summary>Someone else writes an object.</summary>
    public void Put(ResourceType type, JsonObject json)
    {
        json = json.DeepClone().AsObject();
        var at = made.FindIndex(item => item.Type == type);
        var before = at < 0 ? null : made[at].Metadata;
        var labels = json["metadata"]!["labels"]?.AsObject().ToDictionary(label => label.Key, label => (string)label.Value!);
        var meta = new ObjectMeta { Name = PolicyName.Of("rule"), Uid = before?.Uid ?? $"u{++uids}", Generation = (before?.Generation ?? 0) + 1, ResourceVersion = "1", Labels = labels };
        var item = new MadeObject(type, new DynamicObject(json, meta));
        if (at < 0)
        {
            made.Add(item);
        }
        else
        {
            made[at] = item;
        }
    }

    public void Remove(ResourceType type) => made.RemoveAll(item => item.Type == type);

    private void Do(Effect effect)
    {
        switch (effect)
        {
            case Effect.Create create: Write("create", create.Wanted); break;
            case Effect.Update update: Write("update", update.Wanted); break;
            case Effect.Delete delete:
                Done.Add("delete " + delete.Made.Type.Kind);
                made.Remove(delete.Made);
                break;
            case Effect.Prove prove: Prove(prove); break;
            case Effect.ProveWebhooks: ProveWebhooks(); break;
            default: throw new InvalidOperationException(effect.ToString());
        }
    }

    private void Write(string verb, RenderedObject wanted)
    {
        Done.Add($"{verb} {wanted.Type.Kind}");
        if (Refuses.TryGetValue(wanted.Type.Kind, out var error))
        {
            Refusal = new Refusal(wanted.Type.Kind, wanted.Json.ToJsonString(), error, Wall);
        }
        else
        {
            Put(wanted.Type, wanted.Json);
            Refusal = null;
        }
    }

    private void Prove(Effect.Prove prove)
    {
        Done.Add("prove");
        Proof = Proof.After(prove.States.ToFrozenSet(), Answers(Silent), Wall);
    }

    private void ProveWebhooks()
    {
        Done.Add("prove webhooks");
        WebhookProof = WebhookProof.After(WebhookStates.Of(Replicas, Wall).Append(WebhookStates.Of(Rule!)).ToFrozenSet(), Answers(NotCalling), Wall);
    }

    private static ServerProof[] Answers(HashSet<string> silent) => [.. new[] { "a", "b" }.Select(server => new ServerProof(server, silent.Contains(server) ? "no answer" : null))];
}
