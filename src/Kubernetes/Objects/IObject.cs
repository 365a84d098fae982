namespace Daytwo.Kubernetes.Objects;

/// <summary>Any object of the API that has metadata.</summary>
public interface IObject
{
    ObjectMeta Metadata { get; }
}
