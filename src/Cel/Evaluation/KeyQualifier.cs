using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A selection by a constant: a field's name, a literal key or index.</summary>
internal sealed class KeyQualifier(CelValue key, bool isOptional, SourcePosition position) : Qualifier(isOptional)
{
    private readonly CelValue _noSuchKey = NodeErrors.At(CelValue.OfError($"no such key: {key}"), position);
    private readonly byte[]? _name = key.Kind == CelKind.String ? key.Utf8.ToArray() : null;

    public override CelValue Qualify(EvaluationRun run, CelValue value)
    {
        run.Charge(1);
        if (_name is not null && value.Handle is MapHandle map)
        {
            var found = map.Find(value.Bits, _name);
            return found.IsUnset ? _noSuchKey : found;
        }

        var selected = Selection.Of(value, key, out var error);
        return !selected.IsUnset ? selected : error is not null ? NodeErrors.At(new CelValue(error, 0), position) : _noSuchKey;
    }

    public override CelValue QualifyIfPresent(EvaluationRun run, CelValue value)
    {
        var selected = Find(value);
        if (!selected.IsUnset && !selected.IsError)
        {
            run.Charge(1);
        }

        return selected;
    }

    /// <summary>The selected value without a cost; unset when absent, or an error when the key cannot be one.</summary>
    public CelValue Find(CelValue value)
    {
        var selected = Selection.Of(value, key, out var error);
        return selected.IsUnset && error is not null && !Selection.IsAbsence(value, error) ? NodeErrors.At(new CelValue(error, 0), position) : selected;
    }
}
