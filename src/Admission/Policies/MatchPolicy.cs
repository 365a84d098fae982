using System.Text.Json.Serialization;

namespace Daytwo.Admission.Policies;

/// <summary>Whether rules match requests for other versions of the resources they name.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchPolicy>))]
public enum MatchPolicy
{
    /// <summary>They do: the object is converted to the version that the rule names.</summary>
    Equivalent,

    Exact,
}
