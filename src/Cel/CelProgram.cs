using Daytwo.Cel.Evaluation;
using Daytwo.Cel.Values;

namespace Daytwo.Cel;

/// <summary>A compiled expression. Immutable and safe to share; runs share nothing.</summary>
public sealed class CelProgram
{
    /// <summary>What one expression may cost in the apiserver.</summary>
    public const long DefaultCostLimit = 1_000_000;

    private readonly CelEnvironment _environment;
    private readonly Node _root;
    private readonly int _slots;
    private EvaluationRun? _idle;

    internal CelProgram(CelEnvironment environment, Node root, int slots)
    {
        _environment = environment;
        _root = root;
        _slots = slots;
    }

    /// <summary>Runs the program.</summary>
    /// <param name="activation">The values of its variables; made for the program's environment, or for one that differs from it in object types and mutations only.</param>
    /// <param name="costLimit">The cost at which the run ends.</param>
    /// <param name="cancellation">Looked at once in a hundred iterations of loops.</param>
    public CelResult Evaluate(CelActivation activation, long costLimit = DefaultCostLimit, CancellationToken cancellation = default)
    {
        if (!activation.Environment.HasVariablesOf(_environment))
        {
            throw new ArgumentException("the activation belongs to an environment with other variables than the program's: make it with the environment that compiled the program", nameof(activation));
        }

        var run = Interlocked.Exchange(ref _idle, null) ?? new EvaluationRun(_slots, _environment.Dialect);
        run.Begin(costLimit, cancellation);
        activation.CopyTo(run.Slots);
        var value = _root.Evaluate(run);
        value = run.Breakdown is { } reason ? CelValue.OfError(reason) : value;
        var result = new CelResult(value, run.Cost, run.IsOverBudget ? CelOutcome.OverBudget : run.IsCancelled ? CelOutcome.Cancelled : value.IsError ? CelOutcome.Error : CelOutcome.Value);
        _idle = run;
        return result;
    }
}
