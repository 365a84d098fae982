using Daytwo.Admission.Expressions;
using Daytwo.Admission.Matching;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Cel;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Validating;

/// <summary>Evaluates a policy for one binding and one parameter.</summary>
internal sealed class BoundEvaluation(ValidatingPolicy policy, ValidatingBinding binding, ValidationVerdict verdict, AnnotationCollector? annotations, CancellationToken cancellation)
{
    /// <summary>What the expressions of a policy together may cost for one binding and parameter.</summary>
    public const long CostBudget = 10_000_000;

    private static readonly IReadOnlyList<ValidationAction> Deny = [ValidationAction.Deny];

    private readonly List<PolicyFinding> _findings = [];

    private bool FailsOnError => policy.Spec.FailurePolicy == FailurePolicy.Fail;

    public void Run(AdmissionRequest request, IAdmissionCluster cluster, in MatchResult match, CelValue param, CelValue home)
    {
        var converted = match.Kind != request.Kind;
        var value = converted ? cluster.Convert(request.Object, match.Kind) : request.Object;
        var old = converted ? cluster.Convert(request.OldObject, match.Kind) : request.OldObject;
        var input = new PolicyInput(value, old, request.VariableFor(request.Resource, match.Kind), param, home, request, cluster.AuthorizerFor(request));
        var cost = 0L;
        var conditions = policy.Conditions.Evaluate(input, ref cost, cancellation);
        verdict.Cost += cost;
        if ((conditions.Error ?? conditions.Ignored) is { } error)
        {
            verdict.Add(Error(0, error));
            return;
        }

        if (!conditions.Holds)
        {
            return;
        }

        verdict.Evaluated++;
        var run = new PolicyRun(policy.Composition, input with { Request = request.VariableFor(match.Resource, match.Kind) }, cancellation);
        if (Validate(run))
        {
            Annotate(run);
        }

        _findings.ForEach(verdict.Add);
        verdict.Cost += run.TotalCost;
    }

    /// <summary>False when the budget was spent: nothing else is evaluated then.</summary>
    private bool Validate(PolicyRun run)
    {
        var validations = policy.Validations;
        if (validations.Length == 0)
        {
            return true;
        }

        var results = new Evaluation[validations.Length];
        var budget = CostBudget;
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = run.Evaluate(validations[i], ref budget);
            if (results[i].IsOverBudget)
            {
                _findings.Add(Error(0, results[i].Error!));
                return false;
            }
        }

        var messages = Messages(run, results, budget, out var messageError);
        for (var i = 0; i < results.Length; i++)
        {
            if (results[i].Error is { } error)
            {
                _findings.Add(Error(i, error));
            }
            else if (messageError is not null)
            {
                _findings.Add(Error(i, $"failed messageExpression: {messageError}"));
            }
            else if (results[i].Value is not { Kind: CelKind.Bool, AsBool: true })
            {
                var validation = policy.Spec.Validations[i];
                var reason = validation.Reason.Length == 0 ? "Invalid" : validation.Reason;
                _findings.Add(new(policy.Name, binding.Name, i, MessageText.Of(validation, messages?[i]), reason, IsError: false, binding.Actions));
            }
        }

        return true;
    }

    /// <summary>
    /// Evaluates message expressions. The apiserver evaluates all of them each time; those of validations that hold matter only when the budget might not suffice for all.
    /// </summary>
    private Evaluation?[]? Messages(PolicyRun run, Evaluation[] results, long budget, out string? error)
    {
        error = null;
        var expressions = policy.Messages;
        var count = expressions.Count(m => m is not null);
        if (count == 0)
        {
            return null;
        }

        var needsAll = (count + policy.Composition.Variables.Length) * 2 * CelProgram.DefaultCostLimit > budget;
        Evaluation?[]? messages = null;
        run.BeginGroup();
        for (var i = 0; i < results.Length; i++)
        {
            if (expressions[i] is not { } expression || (!needsAll && (results[i].Error is not null || results[i].Value is { Kind: CelKind.Bool, AsBool: true })))
            {
                continue;
            }

            var message = run.EvaluateMessage(expression, ref budget);
            if (message.IsOverBudget)
            {
                error = message.Error;
                return null;
            }

            messages ??= new Evaluation?[results.Length];
            messages[i] = message;
        }

        return messages;
    }

    private void Annotate(PolicyRun run)
    {
        var budget = CostBudget;
        run.BeginGroup();
        for (var i = 0; i < policy.Annotations.Length; i++)
        {
            var result = run.Evaluate(policy.Annotations[i], ref budget);
            if (result.IsOverBudget)
            {
                // Spent here, the budget is said to be spent instead of everything else.
                _findings.Clear();
                _findings.Add(Error(0, result.Error!));
                return;
            }

            if (result.Error is { } error)
            {
                _findings.Add(new(policy.Name, binding.Name, -1, error, "Invalid", IsError: true, FailsOnError ? Deny : []));
            }
            else if (result.Value.Kind == CelKind.String && result.Value.AsString.Trim() is { Length: > 0 } text)
            {
                annotations!.Add(policy.Spec.AuditAnnotations[i].Key, text);
            }
        }
    }

    private PolicyFinding Error(int index, string message) =>
        new(policy.Name, binding.Name, index, message, "Invalid", IsError: true, FailsOnError ? binding.Actions : []);
}
