using Daytwo.Kubernetes;

namespace Daytwo.Proof.Sandbox;

/// <summary>One of a cluster's apiservers.</summary>
/// <param name="Name">Its address, for people.</param>
public sealed record Apiserver(string Name, KubernetesClient Client);
