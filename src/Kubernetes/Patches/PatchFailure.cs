namespace Daytwo.Kubernetes.Patches;

/// <summary>A refused patch as the API answers it.</summary>
/// <param name="Code">HTTP status code.</param>
/// <param name="Reason">The Status' reason.</param>
/// <param name="Message">The Status' message.</param>
/// <param name="Detail">What exactly went wrong; the API keeps it to itself for JSON patches.</param>
public sealed record PatchFailure(int Code, string Reason, string Message, string Detail)
{
    /// <summary>Whether nothing is wrong with the patch but that a <c>test</c> of it does not hold.</summary>
    public bool IsFailedTest => Detail.EndsWith(JsonPatchDocument.TestFailed, StringComparison.Ordinal);

    /// <summary>The patch itself cannot be read.</summary>
    public static PatchFailure BadRequest(string message) => new(400, "BadRequest", message, message);

    /// <summary>The patch does not fit the object.</summary>
    public static PatchFailure Unprocessable(string detail) =>
        new(422, "Invalid", "the server rejected our request due to an error in our request", detail);
}
