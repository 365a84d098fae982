using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A selection by a computed key or index.</summary>
internal sealed class IndexQualifier(AttributeNode index, bool isOptional, SourcePosition position) : Qualifier(isOptional)
{
    private readonly bool _isSelected = index.Qualifiers.Length > 0;

    public override CelValue Qualify(EvaluationRun run, CelValue value)
    {
        var key = Key(run);
        run.Charge(1);
        if (key.IsError)
        {
            return key;
        }

        var selected = Selection.Of(value, key, out var error);
        return selected.IsUnset ? NodeErrors.At(new CelValue(error ?? new CelError($"no such key: {key}"), 0), position) : selected;
    }

    public override CelValue QualifyIfPresent(EvaluationRun run, CelValue value)
    {
        var key = Key(run);
        if (key.IsError)
        {
            return key;
        }

        var selected = Selection.Of(value, key, out var error);
        if (!selected.IsUnset)
        {
            run.Charge(1);
            return selected;
        }

        return error is null || Selection.IsAbsence(value, error) ? default : NodeErrors.At(new CelValue(error, 0), position);
    }

    private CelValue Key(EvaluationRun run)
    {
        var key = index.Resolve(run);
        return key.Kind is CelKind.String or CelKind.Int or CelKind.Uint or CelKind.Bool or CelKind.Double or CelKind.Error
            ? key
            : NodeErrors.At(CelValue.OfError($"invalid qualifier type: {(_isSelected ? GoTypeNames.OfInput(key) : GoTypeNames.Of(key))}"), position);
    }
}
