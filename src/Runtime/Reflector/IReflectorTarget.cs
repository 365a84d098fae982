using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Reflector;

/// <summary>Where a reflector puts what it is told. Called from one thread at a time.</summary>
internal interface IReflectorTarget<T> where T : class, IObject
{
    void BeginReplace();

    void Upsert(T value);

    void Remove(T value);

    /// <summary>Everything up to that version was told.</summary>
    void Progress(string resourceVersion);

    void EndReplace(string resourceVersion);
}
