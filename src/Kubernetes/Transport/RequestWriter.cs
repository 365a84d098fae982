using System.Net;
using System.Net.Http.Headers;
using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Kubernetes.Transport;

/// <summary>Makes the HTTP request for one server out of an API request.</summary>
internal sealed class RequestWriter(ClusterConnection connection, HttpTransportOptions options)
{
    public HttpRequestMessage Write(Uri server, ApiRequest request, string? bearerToken)
    {
        var message = new HttpRequestMessage(request.Method, server.AbsoluteUri.TrimEnd('/') + request.Path)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (bearerToken is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearerToken);
        }

        if (connection.TlsServerName is not null)
        {
            message.Headers.Host = connection.TlsServerName; // what TLS then asks for, and checks the certificate against
        }

        if (connection.Impersonation is { } impersonation)
        {
            AddImpersonation(message.Headers, impersonation);
        }

        if (request.ContentType is not null)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        return message;
    }

    private static void AddImpersonation(HttpRequestHeaders headers, Impersonation impersonation)
    {
        headers.Add("Impersonate-User", impersonation.User);
        if (impersonation.Uid is not null)
        {
            headers.Add("Impersonate-Uid", impersonation.Uid);
        }

        foreach (var group in impersonation.Groups)
        {
            headers.Add("Impersonate-Group", group);
        }

        foreach (var (key, values) in impersonation.Extra)
        {
            headers.Add("Impersonate-Extra-" + Uri.EscapeDataString(key), values);
        }
    }
}
