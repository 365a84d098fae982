using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>Which requests are judged or changed, and how.</summary>
[Rule("(has(self.validations) && self.validations.size() > 0) || (has(self.mutations) && self.mutations.size() > 0) || (has(self.auditAnnotations) && self.auditAnnotations.size() > 0)",
    "the rule does nothing: give at least one of validations, mutations, auditAnnotations")]
[Rule("!has(self.mutations) || self.mutations.size() == 0 || self.match.resourceRules.exists(r, r.operations.exists(o, o != 'DELETE'))",
    "mutations never run on DELETE, the only operation of match: add CREATE, UPDATE or CONNECT to match.resourceRules, or remove mutations", FieldPath = ".mutations")]
[Rule("!has(self.variables) || !has(self.params) || !has(self.params.values) || self.params.values.all(p, !self.variables.exists(v, v.name == p.name))",
    "a name is used by both variables and params.values, which become variables too: rename one of them", FieldPath = ".variables")]
public sealed record AdmissionRuleSpec
{
    /// <summary>
    /// The requests the rule is about. Never among them, whatever is written here: leases, nodes, certificate signing requests, access
    /// and token reviews, webhook configurations and admission policies, this API group, and the namespaces kube-system and daytwo-system.
    /// </summary>
    [Required]
    public RuleMatch Match { get => field ?? new(); init; }

    /// <summary>Values for expressions to use: written here, or kept in a ConfigMap.</summary>
    public RuleParams? Params { get; init; }

    /// <summary>Named expressions, evaluated when first used, for the expressions below as variables.NAME. Each may use those before it.</summary>
    [Length(0, 64), ListType("map", "name")]
    public IReadOnlyList<RuleVariable>? Variables { get; init; }

    /// <summary>What must be true of a request. Every one that is not is told to the user.</summary>
    [Length(0, 64), ListType("atomic")]
    public IReadOnlyList<RuleValidation>? Validations { get; init; }

    /// <summary>What to write into the audit log about each request matched.</summary>
    [Length(0, 20), ListType("map", "key")]
    public IReadOnlyList<RuleAuditAnnotation>? AuditAnnotations { get; init; }

    /// <summary>How to change objects before they are validated, one after another. Only in mode Enforce.</summary>
    [Length(0, 32), ListType("atomic")]
    public IReadOnlyList<RuleMutation>? Mutations { get; init; }

    /// <summary>
    /// Whether mutations run again when others changed the object after them: Never, or IfNeeded. With IfNeeded, each must give the
    /// same result when run twice.
    /// </summary>
    [Default]
    public ReinvocationPolicy ReinvocationPolicy { get; init; }

    /// <summary>
    /// What becomes of a request that breaks a validation. Enforce refuses it. Warn lets it pass and warns the user. Audit lets it pass
    /// and notes it in the audit log. Shadow does the same, and a webhook only counts. Mutations are applied in mode Enforce alone.
    /// </summary>
    [Default]
    public RuleMode Mode { get; init; }

    /// <summary>
    /// What serves the rule. Policy: the apiserver itself, by admission policies; nothing needs to run. Webhook: the program daytwo
    /// webhooks. Both: one behind the other, and their verdicts are compared.
    /// </summary>
    [Default]
    public RuleOutlet Outlet { get; init; }

    /// <summary>
    /// What becomes of a request when an expression fails, such as on a field that is missing: Fail treats it as breaking the rule, Ignore
    /// lets it pass. The same in every outlet. For a webhook that cannot be reached see webhook.failurePolicy.
    /// </summary>
    [Default]
    public FailurePolicy FailurePolicy { get; init; }

    /// <summary>How the apiserver calls the webhook, for outlets Webhook and Both.</summary>
    public RuleWebhook? Webhook { get; init; }
}
