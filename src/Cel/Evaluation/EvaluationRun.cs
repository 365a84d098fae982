using System.Runtime.CompilerServices;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>One run of a program: its variables, what it cost so far, and whether it must end.</summary>
internal sealed class EvaluationRun(int slots, CelDialect dialect = CelDialect.Kubernetes136)
{
    /// <summary>Loops look for cancellation once in so many iterations, as the apiserver does.</summary>
    private const int IterationsPerCheck = 100;

    private long _cost;
    private long _limit;
    private long _costAtEnd;
    private int _iterations;
    private CancellationToken _cancellation;

    /// <summary>Inputs first, then loops' variables; unset where nothing is assigned.</summary>
    public CelValue[] Slots { get; } = new CelValue[slots];

    /// <summary>What an optional holds when something is selected from it, or when it is a branch of ?:. Until v1.36 it is taken out as a Go value and back.</summary>
    public CelValue ContentOf(CelValue optional) => dialect >= CelDialect.Kubernetes137 ? optional.OptionalValue : GoNative.Of(optional.OptionalValue);

    /// <summary>The limit was passed: what is computed from here on counts no more.</summary>
    public bool IsOverBudget { get; private set; }

    public bool IsCancelled { get; private set; }

    /// <summary>Where the apiserver breaks off with an internal error, what it says then; nothing absorbs it.</summary>
    public string? Breakdown { get; private set; }

    public bool MustStop => IsOverBudget | IsCancelled | Breakdown is not null;

    /// <summary>The cost; of a run that was ended that at which it was.</summary>
    public long Cost => IsOverBudget | Breakdown is not null ? _costAtEnd : _cost;

    public void Begin(long limit, CancellationToken cancellation)
    {
        _cost = 0;
        _limit = limit;
        _iterations = 0;
        _cancellation = cancellation;
        IsOverBudget = false;
        IsCancelled = false;
        Breakdown = null;
        Array.Clear(Slots);
    }

    /// <summary>Adds the cost of one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Charge(long cost)
    {
        if ((_cost += cost) > _limit)
        {
            Exceed(_cost);
        }
    }

    /// <summary>Counts an iteration of a loop; false when the run must end.</summary>
    public bool MayGoOn()
    {
        if (++_iterations % IterationsPerCheck == 0 && _cancellation.IsCancellationRequested)
        {
            IsCancelled = true;
        }

        return !MustStop;
    }

    /// <summary>Ends the run as a panic ends the apiserver's.</summary>
    /// <returns>The panic as an error, for what is evaluated until the run has ended.</returns>
    public CelValue BreakDown(string reason)
    {
        if (!MustStop)
        {
            Breakdown = $"internal error: {reason}";
            _costAtEnd = _cost;
        }

        return CelValue.OfError(reason);
    }

    private void Exceed(long cost)
    {
        if (!MustStop)
        {
            IsOverBudget = true;
            _costAtEnd = cost;
        }
    }
}
