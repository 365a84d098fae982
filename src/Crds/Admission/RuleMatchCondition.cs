using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>A condition on the requests that a rule is about.</summary>
public sealed record RuleMatchCondition
{
    /// <summary>What it is called in errors.</summary>
    [Required, Length(1, 63)]
    [Rule("self.matches('^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$')",
        @"'\'' + self + '\' is not the name of a condition: use letters, digits, hyphens, underscores and dots, beginning and ending with a letter or digit'", Computed = true)]
    [Rule("!self.startsWith('exception.')", "names that begin with 'exception.' belong to RuleExceptions: choose another name")]
    public string Name { get => field ?? ""; init; }

    /// <summary>A CEL expression; the rule applies where it is true.</summary>
    [Required, Length(1, 16_384)]
    [Rule(@"self.matches('\\S')", "the expression is blank: write a CEL expression that is true for the requests the rule is about")]
    public string Expression { get => field ?? ""; init; }
}
