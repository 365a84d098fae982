using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Exceptions;

/// <summary>What is excepted, until when, and who answers for it.</summary>
public sealed record RuleExceptionSpec
{
    /// <summary>Names of the AdmissionRules it excepts from.</summary>
    [Required, Length(1, 32), ItemLength(1, 63), ListType("set")]
    [Rule("self.matches('^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$')",
        @"'\'' + self + '\' is not the name of an AdmissionRule: name each rule, such as no-latest-tag; patterns are not allowed, so that nobody is excepted from rules to come'",
        Computed = true, EachItem = true)]
    public IReadOnlyList<string> Rules { get => field ?? []; init; }

    /// <summary>Which requests pass. Everything given must hold; at least one thing must be given.</summary>
    [Required]
    public ExceptionMatch Match { get => field ?? new(); init; }

    /// <summary>Who answers for the exception: a team or a person, such as payments@example.com.</summary>
    [Required, Length(1, 253)]
    [Rule(@"self.matches('\\S')", "owner is blank: name the team or person who answers for this exception, such as payments@example.com")]
    public string Owner { get => field ?? ""; init; }

    /// <summary>Why it is needed, and what will make it unnecessary.</summary>
    [Required, Length(1, 1024)]
    [Rule(@"self.matches('\\S')", "reason is blank: write why the exception is needed and what will make it unnecessary")]
    public string Reason { get => field ?? ""; init; }

    /// <summary>
    /// When it ends, in every outlet at once, such as 2027-01-31T00:00:00Z. At most 366 days after the exception was created: what
    /// is needed longer is part of the rule.
    /// </summary>
    [Required]
    public DateTimeOffset? ExpiresAt { get; init; }
}
