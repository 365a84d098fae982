using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>Something to write into the audit log.</summary>
public sealed record RuleAuditAnnotation
{
    /// <summary>The key. A policy writes its own name and a slash before it; a webhook the rule's name and a dot, cut short where both are longer than 63 characters.</summary>
    [Required, Length(1, 63)]
    [Rule("self.matches('^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$')",
        @"'\'' + self + '\' is not a key: use letters, digits, hyphens, underscores and dots, beginning and ending with a letter or digit'", Computed = true)]
    public string Key { get => field ?? ""; init; }

    /// <summary>A CEL expression that makes the text, or null to write nothing.</summary>
    [Required, Length(1, 5120)]
    [Rule(@"self.matches('\\S')", "the valueExpression is blank: write a CEL expression that makes a text")]
    public string ValueExpression { get => field ?? ""; init; }
}
