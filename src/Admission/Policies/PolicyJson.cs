using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Admission.Policies;

/// <summary>Reads policies and bindings from JSON as the API gives them; unknown members are skipped.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ValidatingAdmissionPolicy))]
[JsonSerializable(typeof(ValidatingAdmissionPolicyBinding))]
[JsonSerializable(typeof(MutatingAdmissionPolicy))]
[JsonSerializable(typeof(MutatingAdmissionPolicyBinding))]
[JsonSerializable(typeof(MatchResources))]
[JsonSerializable(typeof(LabelSelector))]
public sealed partial class PolicyJson : JsonSerializerContext;
