using System.Text.Json.Serialization.Metadata;

namespace Daytwo.Kubernetes.Objects;

/// <summary>
/// A resource read as <typeparamref name="T"/>: the API's type and how its JSON becomes the read model. The read model
/// is a projection, it holds only what is used, so it is never written back.
/// </summary>
public sealed record Resource<T>(ResourceType Type, JsonTypeInfo<T> Json) where T : class, IObject;
