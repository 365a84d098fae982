using Daytwo.Cel.Costs;
using Daytwo.Cel.Texts;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Libraries;

/// <summary><c>jsonpatch.escapeKey</c>, for mutations.</summary>
internal static class JsonPatchLibrary
{
    public static CelLibrary Create() => new()
    {
        Functions =
        [
            new("jsonpatch.escapeKey", CelOverload.Of("string_jsonpatch_escapeKey_string", CelType.String, CelType.String, k => Utf8Buffer.Of(JsonPointers.Escape(k.Utf8)), CallCosts.FirstTraversed)),
        ],
    };
}
