using Daytwo.Cel.Types;
using Daytwo.Cel.Urls;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

internal sealed class UrlHandle(Url url) : OpaqueHandle
{
    public static CelType UrlType { get; } = CelType.Struct("kubernetes.URL");

    public Url Url { get; } = url;

    public override CelType Type => UrlType;

    public override string Text => Url.ToString();

    public override string GoTypeName => "cel.URL";

    public override string GoNativeName => "*url.URL";

    public override string? KeyText => Text;

    protected override bool? EqualToOwn(CelValue other) => other.Handle is UrlHandle own ? Text == own.Text : null;
}
