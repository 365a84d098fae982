using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Informers;

/// <summary>One change of a store.</summary>
/// <param name="Before">The object as it was; null when it is new.</param>
/// <param name="After">The object as it is; null when it is gone.</param>
/// <param name="Initial">Whether it was told by the first list, so that nothing need have happened to it.</param>
public readonly record struct Change<T>(T? Before, T? After, bool Initial) where T : class, IObject
{
    /// <summary>The newest known state.</summary>
    public T Object => After ?? Before!;

    public bool IsAdded => Before is null;

    public bool IsDeleted => After is null;
}
