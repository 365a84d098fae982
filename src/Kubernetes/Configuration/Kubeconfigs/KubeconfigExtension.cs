using System.Text.Json.Nodes;

namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

internal sealed record KubeconfigExtension(string? Name, JsonNode? Extension);
