namespace Daytwo.Embedded.Protobuf;

/// <summary>A field of a protobuf message.</summary>
/// <param name="Name">Its name in JSON; <c>-</c> when its fields are the parent's own.</param>
/// <param name="OmitZero">Whether JSON leaves a zero value out.</param>
/// <param name="Type">A scalar, a message's name, <c>[]</c> or <c>map </c> before either, <c>*</c> when absence differs from zero.</param>
internal sealed record MessageField(int Number, string Name, bool OmitZero, string Type);
