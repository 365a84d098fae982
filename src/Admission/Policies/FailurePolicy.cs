using System.Text.Json.Serialization;

namespace Daytwo.Admission.Policies;

/// <summary>What an error in a policy's configuration or expressions means for the request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FailurePolicy>))]
public enum FailurePolicy
{
    /// <summary>It is denied.</summary>
    Fail,

    /// <summary>It goes on as if the policy were not there.</summary>
    Ignore,
}
