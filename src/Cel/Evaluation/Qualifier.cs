using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A selection from a value: a field, a key, an index.</summary>
internal abstract class Qualifier(bool isOptional)
{
    /// <summary>Written with a question mark: what is absent is optional.none().</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>The selected value, or an error; costs 1 either way.</summary>
    public abstract CelValue Qualify(EvaluationRun run, CelValue value);

    /// <summary>The selected value, an error, or unset when there is none; costs 1 when there is a value.</summary>
    public abstract CelValue QualifyIfPresent(EvaluationRun run, CelValue value);
}
