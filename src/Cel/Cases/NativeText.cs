using Daytwo.Cel.Values;

namespace Daytwo.Cel.Cases;

/// <summary>Values that JSON cannot hold, as Go prints what they consist of.</summary>
internal static class NativeText
{
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Null => "NULL_VALUE",
        CelKind.Type => value.AsType.Name,
        CelKind.Optional => value.HasValue ? Of(value.OptionalValue) : "<nil>",
        CelKind.List => $"[{string.Join(' ', Enumerable.Range(0, value.Count).Select(i => value[i].ToString()))}]",
        CelKind.Map => $"map[{string.Join(' ', Enumerable.Range(0, value.Count).Select(i => $"{value.KeyAt(i)}:{value.ValueAt(i)}").Order(StringComparer.Ordinal))}]",
        _ => value.ToString(),
    };
}
