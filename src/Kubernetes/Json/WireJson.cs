using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;

namespace Daytwo.Kubernetes.Json;

/// <summary>Bodies that only the client itself sends and reads.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusBody))]
[JsonSerializable(typeof(DeleteOptionsBody))]
[JsonSerializable(typeof(DeletedBody))]
[JsonSerializable(typeof(BookmarkBody))]
[JsonSerializable(typeof(ListMetaBody))]
[JsonSerializable(typeof(DiscoveryRootBody))]
[JsonSerializable(typeof(ResourceListBody))]
[JsonSerializable(typeof(ServerVersion))]
internal sealed partial class WireJson : JsonSerializerContext;
