namespace Daytwo.Webhooks.Reviews;

/// <summary>What is answered to a review.</summary>
public sealed record Verdict
{
    /// <summary>The request passes, and nothing is said about it.</summary>
    public static Verdict Pass { get; } = new();

    /// <summary>Why it is refused; null when it passes.</summary>
    public Refusal? Refusal { get; init; }

    /// <summary>A JSON patch (RFC 6902), UTF-8; empty for no change. Never with a refusal.</summary>
    public ReadOnlyMemory<byte> Patch { get; init; }

    /// <summary>What the user is told beside the answer.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What is written into the audit log; keys without a slash, the apiserver puts the webhook's name before them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> AuditAnnotations { get; init; } = [];
}
