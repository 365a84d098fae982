using Daytwo.Cel.Quantities;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

/// <param name="isResult">The quantity is the result of add or sub, with which the apiserver compares no other.</param>
internal sealed class QuantityHandle(Quantity quantity, bool isResult = false) : OpaqueHandle
{
    public static CelType QuantityType { get; } = CelType.Struct("kubernetes.Quantity");

    public Quantity Quantity { get; } = quantity;

    public bool IsResult { get; } = isResult;

    public override CelType Type => QuantityType;

    public override string Text => Quantity.ToString();

    public override string GoTypeName => IsResult ? "*cel.Quantity" : "cel.Quantity";

    public override string GoNativeName => "*resource.Quantity";

    public override string? KeyText => Text;

    protected override bool? EqualToOwn(CelValue other) => other.Handle is QuantityHandle { IsResult: false } own ? Quantity.IsSameAs(own.Quantity) : null;
}
