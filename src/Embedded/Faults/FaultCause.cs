using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Faults;

/// <summary>One field, or one circumstance, at fault.</summary>
internal sealed record FaultCause(string Reason, string Message, string Field = "")
{
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (Reason.Length > 0)
        {
            json["reason"] = Reason;
        }

        json["message"] = Message;
        if (Field.Length > 0)
        {
            json["field"] = Field;
        }

        return json;
    }
}
