using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>
/// cel-go takes the content of an optional out as a Go value and back where a selection, or a branch of ?:, begins with an optional. Values of the Kubernetes libraries do
/// not survive that.
/// </summary>
internal static class GoNative
{
    public static CelValue Of(CelValue value) =>
        value.Kind == CelKind.Opaque && value.Opaque.GoTypeName is { } name
            ? CelValue.OfError($"unsupported conversion to ref.Val: ({name}){value.Opaque.Text}")
            : value;
}
