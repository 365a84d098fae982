namespace Daytwo.Crds;

/// <summary>The CustomResourceDefinition of one kind.</summary>
/// <param name="Name">Its object name, such as <c>etcdbackups.daytwo.dev</c>.</param>
/// <param name="Yaml">The manifest, one YAML document.</param>
public sealed record CrdManifest(string Name, string Yaml);
