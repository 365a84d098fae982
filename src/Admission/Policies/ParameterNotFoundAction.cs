using System.Text.Json.Serialization;

namespace Daytwo.Admission.Policies;

/// <summary>What a binding does when its parameters do not exist.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ParameterNotFoundAction>))]
public enum ParameterNotFoundAction
{
    /// <summary>Nothing is evaluated.</summary>
    Allow,

    /// <summary>An error, to which the failure policy applies.</summary>
    Deny,
}
