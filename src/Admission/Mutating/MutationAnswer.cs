using System.Text.Json.Nodes;

namespace Daytwo.Admission.Mutating;

/// <summary>An object after a step of a mutation, or why the step could not be done.</summary>
/// <param name="Object">Null when there is an error.</param>
/// <param name="Error">In the words of the apiserver; null when there is none.</param>
public readonly record struct MutationAnswer(JsonObject? Object, string? Error)
{
    /// <summary>The HTTP status code with which the request fails at once, whatever the failure policy says; 0: the failure policy applies.</summary>
    public int Code { get; init; }

    /// <summary>The Status' reason that goes with <see cref="Code"/>.</summary>
    public string Reason { get; init; } = "";

    public static MutationAnswer Of(JsonObject value) => new(value, null);

    public static MutationAnswer Fail(string error) => new(null, error);

    /// <summary>An error of the API, not of the policy: the object cannot be read any more.</summary>
    public static MutationAnswer Internal(string error) => new(null, $"Internal error occurred: {error}") { Code = 500, Reason = "InternalError" };
}
