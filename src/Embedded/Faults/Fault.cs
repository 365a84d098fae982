using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Faults;

/// <summary>A refusal: what becomes a <c>Status</c> object with <c>status: Failure</c>.</summary>
/// <param name="Code">The HTTP status code.</param>
/// <param name="Reason">The machine-readable reason; empty when the API gives none.</param>
/// <param name="Message">The text for people.</param>
internal sealed record Fault(int Code, string Reason, string Message)
{
    /// <summary>The object, causes and delay at fault; null when the API names none.</summary>
    public FaultDetails? Details { get; init; }

    /// <summary>A token with which a list that became too old can go on, inconsistently.</summary>
    public string? Continue { get; init; }

    public JsonObject ToStatus()
    {
        var metadata = new JsonObject();
        if (Continue is not null)
        {
            metadata["continue"] = Continue;
        }

        var status = new JsonObject
        {
            ["kind"] = "Status",
            ["apiVersion"] = "v1",
            ["metadata"] = metadata,
            ["status"] = "Failure",
            ["message"] = Message,
        };
        if (Reason.Length > 0)
        {
            status["reason"] = Reason;
        }

        if (Details is not null)
        {
            status["details"] = Details.ToJson();
        }

        status["code"] = Code;
        return status;
    }
}
