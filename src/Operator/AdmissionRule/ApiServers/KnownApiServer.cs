using Daytwo.Kubernetes;

namespace Daytwo.Operator.AdmissionRule.ApiServers;

/// <summary>One apiserver and the way to it alone.</summary>
/// <param name="Name">Its address, for people.</param>
internal sealed record KnownApiServer(string Name, KubernetesClient Client);
