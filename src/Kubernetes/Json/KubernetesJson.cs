using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Json;

/// <summary>How the kinds here look as JSON: camelCase names, nulls not written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, IReadOnlyList<string>>))]
[JsonSerializable(typeof(IReadOnlyList<OwnerReference>))]
[JsonSerializable(typeof(ObjectMeta))]
[JsonSerializable(typeof(DynamicObject))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(LeaseWrite))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(EventWrite))]
[JsonSerializable(typeof(Secret))]
[JsonSerializable(typeof(SecretWrite))]
[JsonSerializable(typeof(ConfigMap))]
[JsonSerializable(typeof(ConfigMapWrite))]
[JsonSerializable(typeof(Namespace))]
[JsonSerializable(typeof(NamespaceWrite))]
[JsonSerializable(typeof(AnyMetadata))]
[JsonSerializable(typeof(EndpointSlice))]
[JsonSerializable(typeof(Pod))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(CustomResourceDefinition))]
public sealed partial class KubernetesJson : JsonSerializerContext;
