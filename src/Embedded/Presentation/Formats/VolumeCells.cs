using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of volumes and claims.</summary>
internal static class VolumeCells
{
    private static readonly (string Mode, string Short)[] Modes =
        [("ReadWriteOnce", "RWO"), ("ReadOnlyMany", "ROX"), ("ReadWriteMany", "RWX"), ("ReadWriteOncePod", "RWOP")];

    public static string AccessModes(JsonArray? modes)
    {
        var has = (modes ?? []).Select(m => m?.ToString()).ToHashSet(StringComparer.Ordinal);
        return string.Join(',', Modes.Where(m => has.Contains(m.Mode)).Select(m => m.Short));
    }

    public static string Claim(JsonObject volume) =>
        volume.Child("spec").Child("claimRef") is { } claim ? $"{claim.Text("namespace")}/{claim.Text("name")}" : "";
}
