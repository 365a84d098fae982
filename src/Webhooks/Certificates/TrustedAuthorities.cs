using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Daytwo.Webhooks.Certificates;

/// <summary>The authorities that apiservers trust: those in the bundle of every entry of the webhook configurations. Where there is no entry, nobody calls, and any will do.</summary>
public sealed class TrustedAuthorities
{
    /// <summary>Null: any.</summary>
    private readonly HashSet<string>? _inAll;

    private TrustedAuthorities(HashSet<string>? inAll) => _inAll = inAll;

    /// <summary>Whether there is no entry.</summary>
    public bool AreAny => _inAll is null;

    public bool Contains(string fingerprint) => _inAll is null || _inAll.Contains(fingerprint);

    /// <param name="configurations">The webhook configurations as the API has them.</param>
    public static TrustedAuthorities Of(IEnumerable<JsonObject> configurations)
    {
        HashSet<string>? all = null;
        foreach (var entry in configurations.SelectMany(configuration => configuration["webhooks"] as JsonArray ?? []))
        {
            var there = Fingerprints((string?)entry?["clientConfig"]?["caBundle"] ?? "");
            if (all is null)
            {
                all = there;
            }
            else
            {
                all.IntersectWith(there);
            }
        }

        return new TrustedAuthorities(all);
    }

    /// <summary>A bundle that someone broke trusts nobody: it will be written anew.</summary>
    private static HashSet<string> Fingerprints(string base64)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(Encoding.UTF8.GetString(Convert.FromBase64String(base64)));
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            return found;
        }

        foreach (var certificate in certificates)
        {
            found.Add(ServingIdentity.Fingerprint(certificate));
            certificate.Dispose();
        }

        return found;
    }
}
