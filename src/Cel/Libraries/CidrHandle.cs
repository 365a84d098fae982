using Daytwo.Cel.Networks;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

internal sealed class CidrHandle(AddressRange range) : OpaqueHandle
{
    public static CelType CidrType { get; } = CelType.Opaque("net.CIDR");

    public AddressRange Range { get; } = range;

    public override CelType Type => CidrType;

    public override long? Size => (Range.PrefixLength + 7) / 8;

    public override string Text => Range.ToString();

    public override string GoTypeName => "cel.CIDR";

    public override string GoNativeName => "netip.Prefix";

    public static CelValue Of(AddressRange range) => new(new CidrHandle(range), 0);

    public override string? KeyText => Text;

    public override bool IsSameKey(OpaqueHandle other) => other is CidrHandle own && Range == own.Range;

    protected override bool? EqualToOwn(CelValue other) => other.Handle is CidrHandle own ? Range == own.Range : null;
}
