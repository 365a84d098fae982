using Daytwo.Embedded.Faults;

namespace Daytwo.Embedded.Routing;

/// <summary>Chooses a representation from an <c>Accept</c> header: the first clause that can be served.</summary>
internal static class ContentNegotiation
{
    public static Answer<Acceptance> Choose(string accept)
    {
        var transformRefused = false;
        foreach (var clause in accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = clause.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0].ToLowerInvariant() is not ("application/json" or "application/*" or "*/*"))
            {
                continue;
            }

            if (Transform(parts) is { } found)
            {
                return new Acceptance(found);
            }

            transformRefused = true;
        }

        return accept.Length == 0 ? new Acceptance(Accepted.Object)
            : transformRefused ? Refusals.NotAcceptableTransform : Refusals.NotAcceptable;
    }

    private static Accepted? Transform(string[] parts)
    {
        string Parameter(string name) => parts.FirstOrDefault(p => p.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
        return (Parameter("as"), Parameter("g"), Parameter("v")) switch
        {
            ("", _, _) => Accepted.Object,
            ("Table", "meta.k8s.io", "v1" or "v1beta1") => Accepted.Table,
            ("PartialObjectMetadata" or "PartialObjectMetadataList", "meta.k8s.io", "v1" or "v1beta1") => Accepted.Metadata,
            ("APIGroupDiscoveryList", "apidiscovery.k8s.io", "v2") => Accepted.AggregatedDiscovery,
            _ => null,
        };
    }
}
