using System.Text.Json.Serialization;

namespace Daytwo.Embedded.Kinds;

/// <summary>What names the objects of a kind may have.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NameRule>))]
internal enum NameRule
{
    /// <summary>A DNS subdomain (RFC 1123).</summary>
    [JsonStringEnumMemberName("subdomain")]
    Subdomain,

    /// <summary>A DNS label (RFC 1123): no dots, at most 63 characters.</summary>
    [JsonStringEnumMemberName("label")]
    Label,

    /// <summary>Anything that is one segment of a path.</summary>
    [JsonStringEnumMemberName("pathSegment")]
    PathSegment,
}
