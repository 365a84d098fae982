using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Embedded.Tests;

/// <summary>Sends JSON to an embedded API and reads the answers.</summary>
internal sealed class ApiClient(EmbeddedApi api)
{
    private static readonly Caller Tester = Caller.Administrator("tests/1.0");

    public (int Code, JsonObject Body) Send(string method, string path, string? body = null, string? contentType = null, string accept = "application/json")
    {
        using var response = new Reading(api.Handle(Request(method, path, body, contentType, accept), Tester));
        return (response.Value.StatusCode, (JsonObject)JsonNode.Parse(response.Value.Body)!);
    }

    public JsonObject Get(string path) => Send("GET", path).Body;

    public JsonObject Post(string path, string body) => Send("POST", path, body).Body;

    public JsonObject MergePatch(string path, string body) => Send("PATCH", path, body, "application/merge-patch+json").Body;

    public JsonObject Delete(string path, string? body = null) => Send("DELETE", path, body).Body;

    /// <summary>Opens a watch; read its events as they come.</summary>
    public WatchReader Watch(string path, string accept = "application/json") => new(api.Handle(Request("GET", path, null, null, accept), Tester));

    public ApiResponse Raw(string method, string path, string? body = null) => api.Handle(Request(method, path, body, null, "application/json"), Tester);

    private static ApiRequest Request(string method, string path, string? body, string? contentType, string accept) => new(new HttpMethod(method), path)
    {
        Accept = accept,
        Body = body is null ? default : Encoding.UTF8.GetBytes(body),
        ContentType = body is null ? null : contentType ?? "application/json",
    };

    private sealed class Reading(ApiResponse value) : IDisposable
    {
        public ApiResponse Value { get; } = value;

        public void Dispose() => Value.Body.Dispose();
    }
}
