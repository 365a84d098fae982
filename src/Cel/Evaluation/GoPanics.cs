using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>What Go says where cel-go takes a value for something it is not, and the apiserver breaks off.</summary>
internal static class GoPanics
{
    /// <summary>The panic of taking a value for a list; null when it is one.</summary>
    public static string? NotList(CelValue value) => value.Kind switch
    {
        CelKind.List => null,
        CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String or CelKind.Bytes or CelKind.Duration or CelKind.Timestamp => Missing(value, "Contains"),
        _ => Missing(value, "Add"),
    };

    public static string NotInt(CelValue value) => $"interface conversion: ref.Val is {GoTypeNames.Of(value)}, not types.Int";

    /// <summary>The panic of looking a value up in a map of an expression; null when it can be a key.</summary>
    public static string? NotHashable(CelValue key) => IsHashable(key) ? null : $"runtime error: hash of unhashable type {GoTypeNames.Of(key)}";

    /// <summary>The panic of removing a key from such a map, which words it otherwise while the map is empty.</summary>
    public static string? NotRemovable(CelValue key, bool isEmpty) => isEmpty && !IsHashable(key) ? $"hash of unhashable type: {GoTypeNames.Of(key)}" : NotHashable(key);

    private static bool IsHashable(CelValue key) => key.Kind != CelKind.Bytes && (key.Kind != CelKind.Opaque || key.Opaque.IsHashable);

    private static string Missing(CelValue value, string method) => $"interface conversion: {GoTypeNames.Of(value)} is not traits.Lister: missing method {method}";
}
