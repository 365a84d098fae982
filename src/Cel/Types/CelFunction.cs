using Daytwo.Cel.Values;

namespace Daytwo.Cel.Types;

/// <summary>A function or operator: its overloads in the order in which they are tried.</summary>
internal sealed class CelFunction(string name, params CelOverload[] overloads)
{
    public string Name { get; } = name;

    public IReadOnlyList<CelOverload> Overloads { get; } = overloads;

    /// <summary>One implementation for all overloads of one argument; takes the place of theirs.</summary>
    public Func<CelValue, CelValue>? Unary { get; init; }

    /// <summary>One implementation for all overloads of two arguments; takes the place of theirs.</summary>
    public Func<CelValue, CelValue, CelValue>? Binary { get; init; }

    /// <summary>What the first argument of the one implementation must be able to do.</summary>
    public Traits Trait { get; init; }

    /// <summary>Implementations check their arguments themselves.</summary>
    public bool Unguarded { get; init; }

    /// <summary>Whether it takes errors as arguments.</summary>
    public bool TakesErrors { get; init; }

    /// <summary>The cost unless the checker found exactly one overload and that has its own.</summary>
    public CallCost? Cost { get; init; }

    /// <summary>What the apiserver breaks off with when it calls it with these arguments; null when it does not.</summary>
    public ArgumentFault? Breakdown { get; init; }

    /// <summary>Makes the implementation for a second argument that is a literal (a pattern), or throws <see cref="Evaluation.PlanException"/>.</summary>
    public Func<CelValue, AnyArity>? Prepare { get; init; }

    /// <summary>Both declarations as one function.</summary>
    public CelFunction Merge(CelFunction other) => new(Name, [.. Overloads, .. other.Overloads])
    {
        Unary = Unary ?? other.Unary,
        Binary = Binary ?? other.Binary,
        Trait = Trait | other.Trait,
        Unguarded = Unguarded && other.Unguarded,
        TakesErrors = TakesErrors || other.TakesErrors,
        Cost = Cost ?? other.Cost,
        Breakdown = Breakdown ?? other.Breakdown,
        Prepare = Prepare ?? other.Prepare,
    };
}
