using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary><c>x in [constants]</c>, prepared when the program was built; costs only what x costs.</summary>
internal sealed class MembershipNode : Node
{
    private readonly Node _element;
    private readonly HashSet<CelValue> _values = new(MapKeyComparer.Instance);

    /// <param name="list">A list of bools, numbers and strings.</param>
    public MembershipNode(Node element, CelValue list)
    {
        _element = element;
        for (var i = 0; i < list.Count; i++)
        {
            Add(list[i]);
        }
    }

    public static bool CanPrepare(CelValue list)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i].Kind is not (CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String))
            {
                return false;
            }
        }

        return true;
    }

    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = _element.Evaluate(run);
        return value.IsError ? value : CelValue.Of(_values.Contains(value));
    }

    private void Add(CelValue value)
    {
        _values.Add(value);
        switch (value.Kind)
        {
            case CelKind.Double:
                if (Numbers.ToIntLossless(value.AsDouble) is { } whole)
                {
                    _values.Add(CelValue.Of(whole));
                }

                if (Numbers.ToUintLossless(value.AsDouble) is { } positive)
                {
                    _values.Add(CelValue.Of(positive));
                }

                break;
            case CelKind.Int:
                _values.Add(CelValue.Of((double)value.AsInt));
                if (value.AsInt >= 0)
                {
                    _values.Add(CelValue.Of((ulong)value.AsInt));
                }

                break;
            case CelKind.Uint:
                _values.Add(CelValue.Of((double)value.AsUint));
                if (value.AsUint <= long.MaxValue)
                {
                    _values.Add(CelValue.Of((long)value.AsUint));
                }

                break;
        }
    }
}
