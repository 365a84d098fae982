using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Informers;

namespace Daytwo.Runtime.Controllers;

/// <summary>The usual predicates. All let additions and deletions through.</summary>
public static class Predicates
{
    /// <summary>The spec changed, or deletion began: both raise the generation. Status and metadata alone do not.</summary>
    public static bool GenerationChanged<T>(in Change<T> change) where T : class, IObject =>
        change is not { Before: { } before, After: { } after }
        || before.Metadata.Generation != after.Metadata.Generation
        || before.Metadata.DeletionTimestamp is null != after.Metadata.DeletionTimestamp is null;

    public static bool LabelsChanged<T>(in Change<T> change) where T : class, IObject =>
        change is not { Before: { } before, After: { } after } || !Same(before.Metadata.Labels, after.Metadata.Labels);

    public static bool AnnotationsChanged<T>(in Change<T> change) where T : class, IObject =>
        change is not { Before: { } before, After: { } after } || !Same(before.Metadata.Annotations, after.Metadata.Annotations);

    /// <summary>Any of them.</summary>
    public static ChangePredicate<T> Any<T>(params ChangePredicate<T>[] predicates) where T : class, IObject =>
        (in change) =>
        {
            foreach (var predicate in predicates)
            {
                if (predicate(change))
                {
                    return true;
                }
            }

            return false;
        };

    /// <summary>All of them.</summary>
    public static ChangePredicate<T> All<T>(params ChangePredicate<T>[] predicates) where T : class, IObject =>
        (in change) =>
        {
            foreach (var predicate in predicates)
            {
                if (!predicate(change))
                {
                    return false;
                }
            }

            return true;
        };

    private static bool Same(IReadOnlyDictionary<string, string>? a, IReadOnlyDictionary<string, string>? b) =>
        (a?.Count ?? 0) == (b?.Count ?? 0)
        && (a is null || a.All(pair => b!.TryGetValue(pair.Key, out var value) && value == pair.Value));
}
