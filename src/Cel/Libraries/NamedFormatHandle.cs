using Daytwo.Cel.Formats;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

internal sealed class NamedFormatHandle(NamedFormat format) : OpaqueHandle
{
    public static CelType FormatType { get; } = CelType.Struct("kubernetes.NamedFormat");

    public NamedFormat Format { get; } = format;

    public override CelType Type => FormatType;

    public override string Text => Format.Title;

    public override string GoTypeName => "cel.Format";

    public override bool IsHashable => false;

    protected override bool? EqualToOwn(CelValue other) => other.Handle is NamedFormatHandle own ? Format.Name == own.Format.Name : null;
}
