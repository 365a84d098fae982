using System.Globalization;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Finds where a webhook is. There is no network of services here: a service is reached at the first ready address of its EndpointSlices.</summary>
internal static class WebhookAddress
{
    /// <returns>The URL and where to connect; or why the webhook cannot be reached.</returns>
    public static (Uri? Url, (string Host, int Port)? Address, string? Problem) Of(WebhookClientConfig config, int timeoutSeconds, ClusterState state)
    {
        var timeout = string.Create(CultureInfo.InvariantCulture, $"?timeout={timeoutSeconds}s");
        if (config.Service is not { } service)
        {
            return Uri.TryCreate(config.Url + timeout, UriKind.Absolute, out var url) ? (url, null, null) : (null, null, $"could not get REST client: \"{config.Url}\" is no URL");
        }

        var host = $"{service.Name}.{service.Namespace}.svc";
        var full = new Uri(string.Create(CultureInfo.InvariantCulture, $"https://{host}:{service.Port}/{service.Path.TrimStart('/')}{timeout}"));
        if (state.Store.Get("services", service.Namespace, service.Name) is null)
        {
            return (null, null, $"failed to call webhook: Post \"{full}\": service \"{service.Name}\" not found");
        }

        return Endpoint(service, state) is { } address ? (full, address, null) : (null, null, $"failed to call webhook: Post \"{full}\": no endpoints available for service \"{service.Name}\"");
    }

    private static (string Host, int Port)? Endpoint(WebhookService service, ClusterState state)
    {
        var slices = state.Store.List("endpointslices.discovery.k8s.io")
            .Where(s => s.Namespace == service.Namespace && s.Value.Child("metadata").Child("labels").Text("kubernetes.io/service-name") == service.Name);
        foreach (var slice in slices)
        {
            var ready = slice.Value.Items("endpoints").Where(e => e.Child("conditions")?["ready"] is null || e.Child("conditions").Flag("ready"));
            if (ready.SelectMany(e => e.Texts("addresses")).FirstOrDefault() is { } host && slice.Value.Items("ports").FirstOrDefault().Integer("port") is { } port)
            {
                return (host, (int)port);
            }
        }

        return null;
    }
}
