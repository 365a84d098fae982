using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Reading;

/// <summary>Where a paged list goes on: the key after the last one given, and the revision the list is of.</summary>
/// <param name="Revision">-1 to go on with the present state, which a list whose revision was compacted may do.</param>
internal sealed record ContinueToken(long Revision, string After)
{
    private const string Version = "meta.k8s.io/v1";

    public override string ToString()
    {
        var json = new JsonObject { ["v"] = Version, ["rv"] = Revision, ["start"] = "/" + After + "\0" };
        return Convert.ToBase64String(JsonText.Utf8(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    /// <summary>Reads a token; the problem is in the API's words when it is none.</summary>
    public static (ContinueToken? Token, string? Problem) Parse(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[padded.Length];
        if (!Convert.TryFromBase64String(padded, bytes, out var length))
        {
            return (null, "continue key is not valid: illegal base64 data");
        }

        try
        {
            var json = JsonNode.Parse(bytes.AsSpan(0, length)) as JsonObject;
            var start = json.Text("start");
            return json.Text("v") == Version && start.Length > 0
                ? (new ContinueToken(json.Integer("rv") ?? 0, start.Trim('/', '\0')), null)
                : (null, $"continue key is not valid: server does not recognize this encoded version \"{json.Text("v")}\"");
        }
        catch (JsonException)
        {
            var shown = Encoding.UTF8.GetString(bytes, 0, Math.Min(length, 1));
            return (null, string.Create(CultureInfo.InvariantCulture, $"continue key is not valid: invalid character '{shown}' looking for beginning of value"));
        }
    }
}
