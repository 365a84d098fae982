using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Transport;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Replaying;

/// <summary>Sends requests as server-side dry runs: everything happens but storing.</summary>
public sealed class DryRun(IApiTransport transport)
{
    private const string JsonMediaType = "application/json";

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a client gets for the item when it bears the mark.</summary>
    /// <exception cref="ApiUnreachableException">No answer came.</exception>
    public async Task<Answer> Send(CorpusItem item, Mark mark, CancellationToken ct)
    {
        await using var response = await transport.Send(Request(item, mark), ct).ConfigureAwait(false);
        using var body = new MemoryStream();
        await response.Body.CopyToAsync(body, ct).ConfigureAwait(false);
        return AnswerReader.Read(response.StatusCode, body.GetBuffer().AsSpan(0, (int)body.Length), response.Warnings);
    }

    /// <summary>The request as it is sent; may be sent many times.</summary>
    public static ApiRequest Request(CorpusItem item, Mark mark)
    {
        var type = item.Type;
        var query = $"?dryRun=All&fieldValidation=Ignore&fieldManager={mark.Manager}";
        return item.Operation switch
        {
            AdmissionOperation.Create => new ApiRequest(HttpMethod.Post, type.Path(item.Namespace) + query) { Body = Bytes(item.Object!), ContentType = JsonMediaType },
            AdmissionOperation.Update => new ApiRequest(HttpMethod.Put, type.Path(item.Namespace, item.Name) + query) { Body = Bytes(item.Object!), ContentType = JsonMediaType },
            AdmissionOperation.Delete => new ApiRequest(HttpMethod.Delete, type.Path(item.Namespace, item.Name)) { Body = Bytes(DeleteOptions(mark)), ContentType = JsonMediaType },
            _ => throw new ArgumentException($"{item.Operation} cannot be replayed", nameof(item)),
        };
    }

    private static JsonObject DeleteOptions(Mark mark) => new()
    {
        ["apiVersion"] = "v1",
        ["kind"] = "DeleteOptions",
        ["dryRun"] = new JsonArray("All"),
        ["gracePeriodSeconds"] = mark.Grace,
    };

    private static ReadOnlyMemory<byte> Bytes(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            json.WriteTo(writer);
        }

        return buffer.WrittenMemory;
    }
}
