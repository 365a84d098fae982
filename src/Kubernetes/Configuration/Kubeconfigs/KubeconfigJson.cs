using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Credentials.Exec;

namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KubeconfigBody))]
[JsonSerializable(typeof(ExecCredentialBody))]
internal sealed partial class KubeconfigJson : JsonSerializerContext;
