using Daytwo.Cel.Values;

namespace Daytwo.Admission.Params;

/// <summary>The parameters a binding's policy is evaluated with, one after the other; null where it has none.</summary>
/// <param name="Error">Why there are none; null when there is no error.</param>
internal readonly record struct ParamSet(IReadOnlyList<CelValue> Values, string? Error = null)
{
    private static readonly CelValue[] NoParam = [CelValue.Null];

    /// <summary>A policy without parameters is evaluated once.</summary>
    public static ParamSet None => new(NoParam);

    public static ParamSet Fail(string error) => new([], error);
}
