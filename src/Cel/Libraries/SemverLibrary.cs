using Daytwo.Cel.Costs;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;
using Daytwo.Cel.Versions;
using static Daytwo.Cel.Types.CelType;

namespace Daytwo.Cel.Libraries;

/// <summary>Semantic versions.</summary>
internal static class SemverLibrary
{
    private static readonly CelType V = SemverHandle.SemverType;

    public static CelLibrary Create() => new()
    {
        Functions =
        [
            new(
                "semver",
                CelOverload.Of("string_to_semver", V, CelType.String, s => Parse(s, normalize: false), CallCosts.FirstTraversed),
                CelOverload.Of("string_bool_to_semver", V, CelType.String, Bool, (s, n) => Parse(s, n.AsBool), CallCosts.FirstTraversed)),
            new(
                "isSemver",
                CelOverload.Of("is_semver_string", Bool, CelType.String, s => CelValue.Of(!Parse(s, normalize: false).IsError), CallCosts.FirstTraversed),
                CelOverload.Of("is_semver_string_bool", Bool, CelType.String, Bool, (s, n) => CelValue.Of(!Parse(s, n.AsBool).IsError), CallCosts.FirstTraversed)),
            new("isGreaterThan", CelOverload.Member("semver_is_greater_than", Bool, V, V, (a, b) => CelValue.Of(Get(a).CompareTo(Get(b)) > 0))),
            new("isLessThan", CelOverload.Member("semver_is_less_than", Bool, V, V, (a, b) => CelValue.Of(Get(a).CompareTo(Get(b)) < 0))),
            new("compareTo", CelOverload.Member("semver_compare_to", Int, V, V, (a, b) => CelValue.Of((long)Math.Sign(Get(a).CompareTo(Get(b)))))),
            new("major", CelOverload.Member("semver_major", Int, V, v => CelValue.Of((long)Get(v).Major))),
            new("minor", CelOverload.Member("semver_minor", Int, V, v => CelValue.Of((long)Get(v).Minor))),
            new("patch", CelOverload.Member("semver_patch", Int, V, v => CelValue.Of((long)Get(v).Patch))),
        ],
    };

    private static SemanticVersion Get(CelValue value) => ((SemverHandle)value.Handle!).Version;

    private static CelValue Parse(CelValue text, bool normalize) =>
        SemanticVersion.Parse(text.AsString, normalize, out var error) is { } version ? new CelValue(new SemverHandle(version), 0) : CelValue.OfError(error!);
}
