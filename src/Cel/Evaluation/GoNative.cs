using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>
/// cel-go takes the content of an optional out as a Go value and back where a selection, or a branch of ?:, begins with an optional. Types become strings by that, optionals
/// their content, and values of the Kubernetes libraries do not survive.
/// </summary>
internal static class GoNative
{
    public static CelValue Of(CelValue value) => value.Kind switch
    {
        CelKind.Type => CelValue.Of(value.AsType.Name),
        CelKind.Optional => value.HasValue ? Of(value.OptionalValue) : CelValue.Null,
        CelKind.Opaque when value.Opaque.GoNativeName is { } name => CelValue.OfError($"unsupported conversion to ref.Val: ({name}){value.Opaque.Text}"),
        _ => value,
    };
}
