using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Apply;

/// <summary>What an apply came to: an object, or one of the refusals.</summary>
internal abstract record ApplyOutcome
{
    /// <summary>The object to default, validate and store, with its managedFields.</summary>
    internal sealed record Applied(JsonObject Object) : ApplyOutcome;

    /// <summary>409 Conflict; each conflict is a cause of type FieldManagerConflict.</summary>
    internal sealed record Conflicted(IReadOnlyList<FieldConflict> Conflicts) : ApplyOutcome
    {
        /// <summary>The Status' message.</summary>
        public string Message => ConflictText.Of(Conflicts);
    }

    /// <summary>The configuration is not acceptable.</summary>
    /// <param name="Code">400 for a wrong request, 500 for an object that does not fit its schema.</param>
    internal sealed record Refused(int Code, string Message) : ApplyOutcome;
}
