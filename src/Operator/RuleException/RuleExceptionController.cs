using Daytwo.Crds.Exceptions;
using Daytwo.Kubernetes;
using Daytwo.Runtime;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.RuleException;

/// <summary>Joins rules and effects of RuleExceptions to the runtime.</summary>
internal sealed class RuleExceptionController : IDisposable
{
    private readonly Controller controller;

    public RuleExceptionController(
        KubernetesClient client, Informer<RuleExceptionObject> exceptions, Informer<AdmissionRuleObject> rules, IEventRecorder events, RuntimeServices services, OperatorOptions options)
    {
        var reconciler = new ObserveDecideAct<RuleExceptionRules, RuleExceptionSeen, RuleExceptionStatus, NoEffect>(new RuleExceptionEffects(client, exceptions, rules), events, services.Time);
        controller = new Controller("ruleexception", reconciler, services, new ControllerOptions { Workers = options.Workers })
            .For(exceptions, Predicates.GenerationChanged)
            .Watches(exceptions, exception => Naming(exceptions, exception.Spec.Rules), Predicates.GenerationChanged)
            .Watches(rules, rule => Naming(exceptions, [rule.Metadata.Name]), Predicates.GenerationChanged);
    }

    public void AddTo(OperatorHost host) => host.Add(controller);

    public void Dispose() => controller.Dispose();

    /// <summary>The exceptions that name one of these rules: they share its room.</summary>
    private static IEnumerable<ObjectKey> Naming(Informer<RuleExceptionObject> exceptions, IReadOnlyList<string> rules) =>
        exceptions.Store.List().Where(exception => exception.Spec.Rules.Any(rules.Contains)).Select(exception => ObjectKey.Of(exception));
}
