using System.Text.Json;

namespace Daytwo.Embedded.Kinds;

/// <summary>The kinds every cluster has, read once from the table inside this assembly.</summary>
internal static class BuiltInKinds
{
    private static readonly Lazy<KindTable> Loaded = new(Load);

    public static KindTable Table => Loaded.Value;

    private static KindTable Load()
    {
        using var stream = typeof(BuiltInKinds).Assembly.GetManifestResourceStream("Daytwo.Embedded.kinds.json")
            ?? throw new InvalidOperationException("The assembly lacks its resource kinds.json.");
        return JsonSerializer.Deserialize(stream, KindJson.Default.KindTable)
            ?? throw new InvalidOperationException("kinds.json is empty.");
    }
}
