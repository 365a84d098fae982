using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Writing;

/// <summary>When an object that is being deleted may go.</summary>
internal static class Finalization
{
    /// <summary>Deletion was asked for, nothing waits for it any more, and no grace period runs.</summary>
    public static bool IsOver(JsonObject value) => value.Terminating() && value.Finalizers().Count == 0
        && (value.Child("metadata").Integer("deletionGracePeriodSeconds") ?? 0) == 0
        && value.Child("spec").Texts("finalizers").Count == 0;
}
