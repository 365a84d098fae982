using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Rules;

/// <summary>An object to have in the API.</summary>
/// <param name="Json">The whole object as it is applied, the API's defaults written out. Not to be changed.</param>
public sealed record RenderedObject(ResourceType Type, string Name, JsonObject Json);
