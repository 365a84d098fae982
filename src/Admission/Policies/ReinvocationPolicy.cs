using System.Text.Json.Serialization;

namespace Daytwo.Admission.Policies;

/// <summary>Whether a mutation runs again after others changed the object.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReinvocationPolicy>))]
public enum ReinvocationPolicy
{
    Never,

    /// <summary>Once more, when a later mutation changed the object.</summary>
    IfNeeded,
}
