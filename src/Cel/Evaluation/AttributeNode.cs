using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>
/// A variable or computed value with the fields and indexes selected from it. Costs 1, and 1 for each selection made. Where it is a branch of ?: or an index itself, only
/// the selections cost (<see cref="Resolve"/>).
/// </summary>
internal abstract class AttributeNode : Node
{
    private Qualifier[] _qualifiers = [];

    public ReadOnlySpan<Qualifier> Qualifiers => _qualifiers;

    public virtual void Add(Qualifier qualifier) => _qualifiers = [.. _qualifiers, qualifier];

    /// <summary>The selected value.</summary>
    public abstract CelValue Resolve(EvaluationRun run);

    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = Resolve(run);
        run.Charge(1);
        return value;
    }

    /// <summary>Applies the selections; from an optional, or by an optional selection, the result is optional.</summary>
    protected CelValue Select(EvaluationRun run, CelValue value)
    {
        if (value.Kind == CelKind.Optional)
        {
            return value.HasValue ? SelectOptional(run, run.ContentOf(value), 0, isOptional: true) : value;
        }

        for (var i = 0; i < _qualifiers.Length; i++)
        {
            var qualifier = _qualifiers[i];
            if (qualifier.IsOptional)
            {
                return SelectOptional(run, value, i, isOptional: false);
            }

            value = qualifier.Qualify(run, value);
            if (value.IsError)
            {
                return value;
            }
        }

        return value;
    }

    private CelValue SelectOptional(EvaluationRun run, CelValue value, int from, bool isOptional)
    {
        for (var i = from; i < _qualifiers.Length; i++)
        {
            isOptional |= _qualifiers[i].IsOptional;
            if (!isOptional)
            {
                value = _qualifiers[i].Qualify(run, value);
                if (value.IsError)
                {
                    return value;
                }

                continue;
            }

            value = _qualifiers[i].QualifyIfPresent(run, value);
            if (value.IsUnset)
            {
                return OptionalHandle.None;
            }

            if (value.IsError)
            {
                return value;
            }
        }

        return OptionalHandle.Of(value);
    }
}
