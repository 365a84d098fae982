using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using Daytwo.Cel.Versions;

namespace Daytwo.Cel.Libraries;

internal sealed class SemverHandle(SemanticVersion version) : OpaqueHandle
{
    public static CelType SemverType { get; } = CelType.Struct("kubernetes.Semver");

    public SemanticVersion Version { get; } = version;

    public override CelType Type => SemverType;

    public override string Text => Version.ToString();

    public override string GoTypeName => "cel.Semver";

    public override string GoNativeName => "semver.Version";

    public override bool IsHashable => false;

    protected override bool? EqualToOwn(CelValue other) => other.Handle is SemverHandle own ? Version.CompareTo(own.Version) == 0 : null;
}
