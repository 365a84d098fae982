using System.Text.Json.Nodes;

namespace Daytwo.Proof.Replaying;

/// <summary>What a client got for a request, without what differs between any two requests or by the outlet's way of speaking (<see cref="Normalisation"/>).</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Reason">As in <c>metav1.Status</c>; empty for what was admitted.</param>
/// <param name="Message">Why it was not admitted; else empty.</param>
/// <param name="Object">The object as it would be stored; null unless one was answered.</param>
/// <param name="Text">The object as one text, for comparing.</param>
public sealed record Answer(AnswerKind Kind, int Code, string Reason, string Message, IReadOnlyList<string> Warnings, JsonObject? Object, string Text)
{
    /// <summary>The body as it came, nothing taken out.</summary>
    internal byte[] Body { get; init; } = [];
}
