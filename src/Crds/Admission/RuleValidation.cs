using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>Something that must be true of a request.</summary>
public sealed record RuleValidation
{
    /// <summary>A CEL expression that is true for good requests. A missing field is an error: ask with has(object.spec.field) or object.spec.?field.</summary>
    [Required, Length(1, 16_384)]
    [Rule(@"self.matches('\\S')", "the expression is blank: write a CEL expression that is true for good requests")]
    public string Expression { get => field ?? ""; init; }

    /// <summary>What to tell the user: what is wrong, what is allowed, what to do. Also told when messageExpression fails.</summary>
    [Required, Length(1, 5120)]
    [Rule(@"self.matches('\\S')", "the message is blank: tell the user what is wrong and what to do")]
    [Rule(@"!self.contains('\n') && !self.contains('\r')", "the message has line breaks, which the API refuses in messages: write one line (with YAML's >- for example)")]
    public string Message { get => field ?? ""; init; }

    /// <summary>A CEL expression that makes the message, at most 5 KiB and on one line, so that it can name the value at fault.</summary>
    [Length(1, 16_384)]
    [Rule(@"self.matches('\\S')", "the messageExpression is blank: write a CEL expression that makes a text, or leave it out")]
    public string? MessageExpression { get; init; }

    /// <summary>The reason given to programs, which decides the HTTP status; Invalid (422) when absent.</summary>
    public ValidationReason? Reason { get; init; }
}
