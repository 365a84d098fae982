using System.Text.Json.Serialization;

namespace Daytwo.Crds.Admission;

/// <summary>What a request does.</summary>
public enum AdmissionOperation
{
    [JsonStringEnumMemberName("CREATE")]
    Create,

    [JsonStringEnumMemberName("UPDATE")]
    Update,

    [JsonStringEnumMemberName("DELETE")]
    Delete,

    [JsonStringEnumMemberName("CONNECT")]
    Connect,

    [JsonStringEnumMemberName("*")]
    Any,
}
