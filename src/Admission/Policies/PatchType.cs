using System.Text.Json.Serialization;

namespace Daytwo.Admission.Policies;

/// <summary>What a mutation's expression evaluates to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PatchType>))]
public enum PatchType
{
    /// <summary>A list of <c>JSONPatch{op, path, from, value}</c>.</summary>
    [JsonStringEnumMemberName("JSONPatch")]
    JsonPatch,

    /// <summary>An <c>Object{…}</c>, merged as server-side apply does.</summary>
    ApplyConfiguration,
}
