using System.Text.Json.Serialization;

namespace Daytwo.Admission.Policies;

/// <summary>What a binding makes of a validation that does not hold.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValidationAction>))]
public enum ValidationAction
{
    Deny,
    Warn,
    Audit,
}
