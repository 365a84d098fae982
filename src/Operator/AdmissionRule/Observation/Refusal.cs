using Daytwo.Kubernetes.Results;

namespace Daytwo.Operator.AdmissionRule.Observation;

/// <summary>The API did not take an object.</summary>
/// <param name="Kind">The object's kind.</param>
/// <param name="Content">What was refused, to know whether it would be asked the same again.</param>
/// <param name="At">When.</param>
internal sealed record Refusal(string Kind, string Content, ApiError Error, DateTimeOffset At);
