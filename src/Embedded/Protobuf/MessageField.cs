namespace Daytwo.Embedded.Protobuf;

/// <summary>A field of a protobuf message.</summary>
/// <param name="Name">Its name in JSON; <c>-</c> when its fields are the parent's own.</param>
/// <param name="OmitZero">Whether JSON leaves a zero value out.</param>
/// <param name="Type">A scalar, a message's name, <c>[]</c> or <c>map </c> before either, <c>*</c> when absence differs from zero.</param>
internal sealed record MessageField(int Number, string Name, bool OmitZero, string Type)
{
    /// <summary>Whether JSON leaves even a zero time or an empty message out, which it otherwise shows as null or <c>{}</c>.</summary>
    public bool OmitsZeroMessage { get; init; }

    public bool IsMap => Type.StartsWith("map ", StringComparison.Ordinal);

    /// <summary>Whether absence differs from the zero value.</summary>
    public bool IsPointer => Type[0] == '*';
}
