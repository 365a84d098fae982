using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of services, their endpoints and ingresses.</summary>
internal static class ServiceCells
{
    private const int ShownEndpoints = 3;

    public static string ExternalIp(JsonObject service)
    {
        var spec = service.Child("spec");
        var external = spec.Texts("externalIPs");
        var balancer = Balancer(service);
        return spec.Text("type") switch
        {
            "ExternalName" => spec.Text("externalName"),
            "LoadBalancer" => string.Join(',', [.. balancer, .. external]) is { Length: > 0 } all ? all : "<pending>",
            _ => external.Count > 0 ? string.Join(',', external) : "<none>",
        };
    }

    public static string Ports(JsonObject service) =>
        string.Join(',', service.Child("spec").Items("ports").Select(Port)) is { Length: > 0 } ports ? ports : "<none>";

    public static string Endpoints(JsonObject endpoints) => Shorten(endpoints.Items("subsets").SelectMany(s =>
        s.Items("ports").SelectMany(p => s.Items("addresses").Select(a => Text($"{a.Text("ip")}:{p.Integer("port")}")))));

    public static string SlicePorts(JsonObject slice) => Shorten(slice.Items("ports").Select(p => Text($"{p.Integer("port")}")), "<unset>");

    public static string SliceEndpoints(JsonObject slice) =>
        Shorten(slice.Items("endpoints").SelectMany(e => e.Texts("addresses")), "<unset>");

    public static string IngressHosts(JsonObject ingress)
    {
        var hosts = ingress.Child("spec").Items("rules").Select(r => r.Text("host")).Where(h => h.Length > 0).ToList();
        return hosts.Count == 0 ? "*" : Shorten(hosts);
    }

    public static string IngressAddress(JsonObject ingress) => string.Join(',', Balancer(ingress));

    public static string IngressParameters(JsonObject ingressClass)
    {
        var parameters = ingressClass.Child("spec").Child("parameters");
        var group = parameters.Text("apiGroup") is { Length: > 0 } named ? "." + named : "";
        return parameters is null ? "<none>" : $"{parameters.Text("kind")}{group}/{parameters.Text("name")}";
    }

    private static string Port(JsonObject port) => port.Integer("nodePort") is > 0 and var node
        ? Text($"{port.Integer("port")}:{node}/{port.Text("protocol")}") : Text($"{port.Integer("port")}/{port.Text("protocol")}");

    private static IEnumerable<string> Balancer(JsonObject value) => value.Child("status").Child("loadBalancer").Items("ingress")
        .Select(i => i.Text("ip") is { Length: > 0 } ip ? ip : i.Text("hostname")).Where(a => a.Length > 0);

    private static string Shorten(IEnumerable<string> all, string none = "<none>")
    {
        var list = all.ToList();
        var more = list.Count > ShownEndpoints ? Text($" + {list.Count - ShownEndpoints} more...") : "";
        return list.Count == 0 ? none : string.Join(',', list.Take(ShownEndpoints)) + more;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
