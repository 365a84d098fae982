using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>Finds what a key or index selects from a value.</summary>
internal static class Selection
{
    private const string OutOfBounds = "index out of bounds: ";

    /// <summary>The value; unset when there is none, with the error of a list or none for "no such key".</summary>
    public static CelValue Of(CelValue value, CelValue key, out CelError? error)
    {
        error = null;
        switch (value.Handle)
        {
            case MapHandle map:
                return map.Find(value.Bits, key);
            case ListHandle list:
                var index = IndexOf(key, out error);
                if (error is not null)
                {
                    return default;
                }

                if (index >= 0 && index < list.Count(value.Bits))
                {
                    return list.Get(value.Bits, (int)index);
                }

                error = new CelError(OutOfBounds + key);
                return default;
            case CelError own:
                error = own;
                return default;
            default:
                return default;
        }
    }

    /// <summary>Whether an error of <see cref="Of"/> means only that nothing is there.</summary>
    public static bool IsAbsence(CelValue value, CelError error) => value.Kind == CelKind.List && error.Message.StartsWith(OutOfBounds, StringComparison.Ordinal);

    private static long IndexOf(CelValue key, out CelError? error)
    {
        error = null;
        switch (key.Kind)
        {
            case CelKind.Int:
                return key.AsInt;
            case CelKind.Double when Numbers.ToIntLossless(key.AsDouble) is { } whole:
                return whole;
            case CelKind.Uint when key.AsUint <= long.MaxValue:
                return (long)key.AsUint;
            case CelKind.Double:
            case CelKind.Uint:
                error = new CelError($"unsupported index value {key} in list");
                return -1;
            default:
                error = new CelError($"unsupported index type '{ValueTypes.TypeOf(key).Name}' in list");
                return -1;
        }
    }
}
