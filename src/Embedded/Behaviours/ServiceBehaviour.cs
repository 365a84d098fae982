using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Behaviours;

/// <summary>Services: those that need one get a cluster address from 10.96.0.0/16 and keep it.</summary>
internal sealed class ServiceBehaviour : IKindBehaviour
{
    private const int FirstAddress = 10;
    private const int FirstNodePort = 30000;
    private int allocated = FirstAddress;
    private int nodePort = FirstNodePort;

    public void Prepare(JsonObject value, JsonObject? existing)
    {
        if (value["spec"] is not JsonObject spec || spec.Text("type") == "ExternalName")
        {
            return;
        }

        if (spec.Text("clusterIP").Length == 0)
        {
            spec["clusterIP"] = existing.Child("spec").Text("clusterIP") is { Length: > 0 } kept ? kept : Address(allocated++);
        }

        spec["clusterIPs"] = new JsonArray(spec.Text("clusterIP"));
        if (spec.Text("type") is "NodePort" or "LoadBalancer")
        {
            foreach (var port in spec.Items("ports").Where(p => p.Integer("nodePort") is null))
            {
                port["nodePort"] = nodePort++;
            }

            spec["externalTrafficPolicy"] ??= "Cluster";
        }
    }

    private static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"10.96.{number / 256 % 256}.{number % 256}");
}
