using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Runtime.Tests.Support;

/// <summary>The part of an API that an informer of <see cref="Thing"/> needs: watch lists. Objects and events are told by the test.</summary>
internal sealed class ThingApi : IApiTransport
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _things = [];
    private readonly List<Pipe> _watches = [];
    private long _version = 100;

    /// <summary>How many watches were opened.</summary>
    public int Opened { get; private set; }

    /// <summary>When set, watches are refused with this status and reason.</summary>
    public (int Code, string Reason)? Refusal { get; set; }

    /// <summary>While set, changes happen but nobody is told.</summary>
    public bool Mute { get; set; }

    public string Put(string name, string? value = null, string uid = "u1", long generation = 1, bool deleting = false)
    {
        lock (_gate)
        {
            var type = _things.ContainsKey(name) ? "MODIFIED" : "ADDED";
            var version = $"{++_version}";
            var mark = deleting ? ",\"deletionTimestamp\":\"2026-01-01T00:00:00Z\"" : "";
            _things[name] = $$"""
                {"kind":"Thing","apiVersion":"test.dev/v1","metadata":{"name":"{{name}}","namespace":"ns","uid":"{{uid}}","resourceVersion":"{{version}}","generation":{{generation}}{{mark}}},"value":"{{value}}"}
                """;
            Tell(type, _things[name]);
            return version;
        }
    }

    public void Delete(string name)
    {
        lock (_gate)
        {
            _version++;
            _things.Remove(name, out var last);
            Tell("DELETED", last!);
        }
    }

    /// <summary>Breaks every open watch, as a lost connection does.</summary>
    public void Break()
    {
        lock (_gate)
        {
            _watches.ForEach(w => w.Writer.Complete(new ApiUnreachableException("broken by the test")));
            _watches.Clear();
        }
    }

    public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct)
    {
        lock (_gate)
        {
            Opened++;
            if (Refusal is { } refusal)
            {
                var (status, json) = CannedApi.Refusal(refusal.Code, refusal.Reason);
                return new(new ApiResponse(status, new MemoryStream(Encoding.UTF8.GetBytes(json))) { ContentType = "application/json" });
            }

            var pipe = new Pipe();
            _watches.Add(pipe);
            if (request.Path.Contains("sendInitialEvents=true", StringComparison.Ordinal))
            {
                foreach (var thing in _things.Values)
                {
                    Write(pipe, "ADDED", thing);
                }

                Write(pipe, "BOOKMARK", $$"""{"kind":"Thing","metadata":{"resourceVersion":"{{_version}}","annotations":{"k8s.io/initial-events-end":"true"} } }""");
            }

            return new(new ApiResponse(200, pipe.Reader.AsStream()) { ContentType = "application/json" });
        }
    }

    private void Tell(string type, string json)
    {
        if (!Mute)
        {
            _watches.ForEach(w => Write(w, type, json));
        }
    }

    private static void Write(Pipe pipe, string type, string json)
    {
        pipe.Writer.Write(Encoding.UTF8.GetBytes($$"""{"type":"{{type}}","object":{{json}}}""" + "\n"));
        _ = pipe.Writer.FlushAsync().AsTask();
    }
}
