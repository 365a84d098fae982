using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>What makes a change.</summary>
public sealed record MutationExpression
{
    /// <summary>A CEL expression: [JSONPatch{op: "add", path: "/metadata/labels", value: {"a": "b"}}], or Object{metadata: Object.metadata{labels: {"a": "b"}}}.</summary>
    [Required, Length(1, 16_384)]
    [Rule(@"self.matches('\\S')", "the expression is blank: write a CEL expression that makes the change")]
    public string Expression { get => field ?? ""; init; }
}
