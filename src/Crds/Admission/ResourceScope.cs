using System.Text.Json.Serialization;

namespace Daytwo.Crds.Admission;

/// <summary>Which objects by scope.</summary>
public enum ResourceScope
{
    [JsonStringEnumMemberName("*")]
    Any,

    Cluster,
    Namespaced,
}
