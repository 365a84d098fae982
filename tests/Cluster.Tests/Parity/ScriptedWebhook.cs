using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>
/// Webhooks on loopback. The answer depends on the name of the object (<c>deny</c>, <c>warn</c>, <c>patch</c> …), or below <c>/as</c> and <c>/meet</c> on the end of the path; what is sent to
/// <c>/meet</c> is answered when two requests are there.
/// </summary>
internal sealed class ScriptedWebhook : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly X509Certificate2 certificate = Certificate();
    private readonly Task serving;
    private TaskCompletionSource? waiting;

    public ScriptedWebhook()
    {
        listener.Start();
        serving = Serve();
    }

    public string Url => string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>As <c>caBundle</c> has it.</summary>
    public string CaBundle => Convert.ToBase64String(Encoding.UTF8.GetBytes(certificate.ExportCertificatePem()));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        certificate.Dispose();
        stop.Dispose();
    }

    private async Task Serve()
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                _ = Answer(await listener.AcceptTcpClientAsync(stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task Answer(TcpClient client)
    {
        using (client)
        {
            await using var stream = new SslStream(client.GetStream());
            try
            {
                await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop.Token);
                while (await Request(stream) is { } request)
                {
                    if (request.Path.StartsWith("/meet/", StringComparison.Ordinal))
                    {
                        await Meet();
                    }

                    var (code, body) = Response(request.Review, request.Path);
                    var bytes = Encoding.UTF8.GetBytes(body);
                    await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {code} x\r\nContent-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n"), stop.Token);
                    await stream.WriteAsync(bytes, stop.Token);
                }
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                return;
            }
        }
    }

    /// <summary>Ends when another request meets this one.</summary>
    private Task Meet()
    {
        lock (listener)
        {
            if (waiting is null)
            {
                return (waiting = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task.WaitAsync(stop.Token);
            }

            waiting.SetResult();
            waiting = null;
            return Task.CompletedTask;
        }
    }

    /// <summary>The path and the body of the next request; null when there is none.</summary>
    private async Task<Received?> Request(Stream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, stop.Token) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        var length = head.ToString().Split("\r\n").First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))[15..];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stop.Token);
        return new(head.ToString().Split(' ', '?')[1], JsonNode.Parse(body)!);
    }

    private static (int Code, string Body) Response(JsonNode review, string path)
    {
        var request = review["request"]!;
        var value = request["object"] ?? request["oldObject"];
        var response = new JsonObject { ["uid"] = (string)request["uid"]!, ["allowed"] = true };
        var parts = path.Split('/');
        switch (parts.Length == 3 ? parts[2] : (string?)value?["metadata"]?["name"])
        {
            case "deny":
                response["allowed"] = false;
                response["status"] = new JsonObject { ["code"] = 403, ["message"] = $"no {request["operation"]}", ["reason"] = "Forbidden" };
                break;
            case "deny-bare":
                response["allowed"] = false;
                break;
            case "warn":
                response["warnings"] = new JsonArray("be careful", "with that");
                break;
            case "annotate":
                response["warnings"] = new JsonArray("noted");
                response["auditAnnotations"] = new JsonObject { ["noted"] = $"{request["operation"]} of {value?["metadata"]?["name"]}" };
                break;
            case "patch" or "patch-all":
                response["patchType"] = "JSONPatch";
                response["patch"] = Patch($$$"""[{"op":"add","path":"/metadata/labels","value":{"by":"{{{request["kind"]!["version"]}}}","seen":"{{{request["kind"]!["kind"]}}}-{{{request["dryRun"]}}}"}}]""");
                break;
            case "bad-patch":
                response["patchType"] = "JSONPatch";
                response["patch"] = Patch("""[{"op":"remove","path":"/data/none/below"}]""");
                break;
            case "no-type":
                response["patch"] = Patch("[]");
                break;
            case "bad-uid":
                response["uid"] = "other";
                break;
            case "broken":
                return (500, "broken");
        }

        return (200, new JsonObject { ["apiVersion"] = "admission.k8s.io/v1", ["kind"] = "AdmissionReview", ["response"] = response }.ToJsonString());
    }

    private static string Patch(string operations) => Convert.ToBase64String(Encoding.UTF8.GetBytes(operations));

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=webhook", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddHours(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private sealed record Received(string Path, JsonNode Review);
}
