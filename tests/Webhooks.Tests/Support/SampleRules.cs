using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Crds.Exceptions;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules;
using Daytwo.Runtime.Metrics;
using Daytwo.Webhooks.Serving;

namespace Daytwo.Webhooks.Tests.Support;

/// <summary>Rules about the pods of <see cref="SampleReviews"/>.</summary>
internal static class SampleRules
{
    public const string Latest = "registry.example/app:latest";

    /// <summary>Lets no image pass that ends in :latest.</summary>
    public static AdmissionRule FixedTags(RuleMode mode = RuleMode.Enforce, RuleOutlet outlet = RuleOutlet.Webhook) => Rule("fixed-tags", new AdmissionRuleSpec
    {
        Mode = mode,
        Outlet = outlet,
        Validations = [new RuleValidation { Expression = "object.spec.containers.all(c, !c.image.endsWith(':latest'))", Message = "images need a fixed tag" }],
    });

    /// <summary>Validates with that expression.</summary>
    public static AdmissionRule Asking(string expression, string name = "asking") =>
        Rule(name, new AdmissionRuleSpec { Outlet = RuleOutlet.Webhook, Mode = RuleMode.Enforce, Validations = [new RuleValidation { Expression = expression, Message = "no" }] });

    /// <summary>Gives every pod labels.</summary>
    public static AdmissionRule Labels(RuleOutlet outlet = RuleOutlet.Webhook, string expression = "[JSONPatch{op: 'add', path: '/metadata/labels', value: {'seen': 'yes'}}]") => Rule("labels", new AdmissionRuleSpec
    {
        Mode = RuleMode.Enforce,
        Outlet = outlet,
        Mutations = [new RuleMutation { JsonPatch = new MutationExpression { Expression = expression } }],
    });

    /// <summary>The next generation of a rule, with another expression.</summary>
    public static AdmissionRule Changed(this AdmissionRule rule, string expression) => rule with
    {
        Metadata = rule.Metadata with { Generation = rule.Metadata.Generation + 1 },
        Spec = rule.Spec with { Validations = [new RuleValidation { Expression = expression, Message = "no" }] },
    };

    /// <summary>The rule once the operator has seen its policies in force.</summary>
    public static AdmissionRule Proven(this AdmissionRule rule, string digest) => rule with
    {
        Status = new AdmissionRuleStatus { Conditions = [new Condition { Type = ConditionTypes.PolicyReady, Status = "True" }], Policy = new PolicyOutletStatus { Digest = digest } },
    };

    public static ServedRule Serve(this AdmissionRule rule, MetricsRegistry metrics) =>
        ServedRule.Compile(rule, RuleRenderer.Render(rule, [], DateTimeOffset.UnixEpoch), new RuleMetrics(metrics), new RuleTally(1, DateTimeOffset.UnixEpoch), out _)!;

    public static RuleException Exception(string rule, DateTimeOffset until) => new()
    {
        Metadata = new ObjectMeta { Name = "except", CreationTimestamp = until.AddDays(-1) },
        Spec = new RuleExceptionSpec { Rules = [rule], Match = new ExceptionMatch { Names = ["web"] }, Owner = "o", Reason = "r", ExpiresAt = until },
    };

    private static AdmissionRule Rule(string name, AdmissionRuleSpec spec) => new()
    {
        Metadata = new ObjectMeta { Name = name, Uid = "uid-of-" + name, Generation = 1 },
        Spec = spec with
        {
            Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["pods"], Operations = [AdmissionOperation.Create] }] },
        },
    };
}
