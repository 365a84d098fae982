using System.Text.Json.Nodes;

namespace Daytwo.Rules.Webhooks;

/// <summary>Where apiservers reach the webhooks: a Service of the cluster, or an address.</summary>
public sealed record WebhookTarget
{
    private WebhookTarget(Uri? url, string ns, string service, int port) => (Url, Namespace, Service, Port) = (url, ns, service, port);

    /// <summary>The address; null for a Service.</summary>
    public Uri? Url { get; }

    public string Namespace { get; }

    public string Service { get; }

    public int Port { get; }

    /// <summary>The names and addresses that a certificate must have.</summary>
    public IReadOnlyList<string> Hosts => Url is { } url ? [url.Host.Trim('[', ']')] : [$"{Service}.{Namespace}.svc", $"{Service}.{Namespace}.svc.cluster.local"];

    /// <summary>A Service: pods behind it answer.</summary>
    public static WebhookTarget OfService(string ns, string service, int port = 443) => new(null, ns, service, port);

    /// <summary>An address that every apiserver reaches, such as https://10.0.0.5:9443; for webhooks that run outside pods.</summary>
    public static WebhookTarget OfUrl(Uri url) => new(url, "", "", 0);

    internal JsonObject ClientConfig(string path, string caBundle)
    {
        var json = Url is { } url
            ? new JsonObject { ["url"] = url.GetLeftPart(UriPartial.Authority) + path }
            : new JsonObject { ["service"] = new JsonObject { ["namespace"] = Namespace, ["name"] = Service, ["path"] = path, ["port"] = Port } };
        json["caBundle"] = caBundle;
        return json;
    }
}
