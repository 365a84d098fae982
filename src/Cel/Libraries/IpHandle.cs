using Daytwo.Cel.Networks;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

internal sealed class IpHandle(IpAddress address) : OpaqueHandle
{
    public static CelType IpType { get; } = CelType.Opaque("net.IP");

    public IpAddress Address { get; } = address;

    public override CelType Type => IpType;

    public override long? Size => Address.BitLength / 8;

    public override string Text => Address.ToString();

    public override string GoTypeName => "cel.IP";

    public override string GoNativeName => "netip.Addr";

    public static CelValue Of(IpAddress address) => new(new IpHandle(address), 0);

    public override string? KeyText => Text;

    public override bool IsSameKey(OpaqueHandle other) => other is IpHandle own && Address == own.Address;

    protected override bool? EqualToOwn(CelValue other) => other.Handle is IpHandle own ? Address == own.Address : null;
}
