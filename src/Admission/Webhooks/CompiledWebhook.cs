using Daytwo.Admission.Expressions;
using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Webhooks;

/// <summary>A webhook, ready to tell whether it is to be called. Immutable, safe to share between threads.</summary>
public sealed class CompiledWebhook
{
    private readonly RequestMatcher _matcher;
    private readonly MatchConditions _conditions;

    /// <param name="configuration">The name of the configuration it stands in.</param>
    public CompiledWebhook(string configuration, AdmissionWebhook webhook)
    {
        Configuration = configuration;
        Webhook = webhook;
        _matcher = new RequestMatcher(new MatchResources
        {
            NamespaceSelector = webhook.NamespaceSelector,
            ObjectSelector = webhook.ObjectSelector,
            ResourceRules = webhook.Rules,
            MatchPolicy = webhook.MatchPolicy,
        });
        _conditions = new MatchConditions(Composition.Without(withParams: false), webhook.MatchConditions, webhook.FailurePolicy);
    }

    public string Configuration { get; }

    public AdmissionWebhook Webhook { get; }

    /// <summary>The webhook among all: its configuration and its name.</summary>
    public string Key => $"{Configuration}/{Webhook.Name}";

    /// <summary>Whether it is to be called for a request, and then with which resource and kind.</summary>
    public WebhookMatch Match(AdmissionRequest request, IAdmissionCluster cluster, CancellationToken cancellation = default)
    {
        if (Webhook.Rules.Count == 0 || ExemptResources.Has(request.Resource) || IsConfiguration(request.Resource))
        {
            return WebhookMatch.No;
        }

        var match = _matcher.Match(request, cluster);
        if (!match.Matched)
        {
            return match.Error is { } error ? new(false, default, default, error, IsForbidden: false) : WebhookMatch.No;
        }

        var cost = 0L;
        var input = new PolicyInput(request.Object, request.OldObject, request.VariableFor(request.Resource, match.Kind), CelValue.Null, CelValue.Null, request, cluster.AuthorizerFor(request));
        var conditions = _conditions.Evaluate(input, ref cost, cancellation);
        return conditions.Error is { } failed ? new(false, default, default, failed, IsForbidden: true) : conditions.Holds ? new(true, match.Resource, match.Kind) : WebhookMatch.No;
    }

    /// <summary>No webhook sees webhook configurations, so that one can always be taken back.</summary>
    private static bool IsConfiguration(GroupVersionResource resource) =>
        resource.Group == "admissionregistration.k8s.io" && resource.Resource is "validatingwebhookconfigurations" or "mutatingwebhookconfigurations";
}
