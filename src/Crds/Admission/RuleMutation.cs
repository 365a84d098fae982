using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>A change of an object: exactly one member is set.</summary>
[Rule("has(self.jsonPatch) || has(self.applyConfiguration)", "the mutation is empty: set jsonPatch or applyConfiguration")]
[Rule("!has(self.jsonPatch) || !has(self.applyConfiguration)", "the mutation has both jsonPatch and applyConfiguration: keep one, and write the other as a mutation of its own")]
public sealed record RuleMutation
{
    /// <summary>Operations of RFC 6902, made by CEL.</summary>
    public MutationExpression? JsonPatch { get; init; }

    /// <summary>A part of the object, made by CEL and merged as by server-side apply. Lists and maps that are atomic in the schema cannot be changed so.</summary>
    public MutationExpression? ApplyConfiguration { get; init; }
}
