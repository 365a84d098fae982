using System.Security.Cryptography;
using System.Text;

namespace Daytwo.Rules.Webhooks;

/// <summary>The key under which a webhook writes an audit annotation of a rule: <c>RULE.KEY</c>, which the apiserver puts the webhook's name before.</summary>
public static class AuditKey
{
    /// <summary>Apiservers drop annotations with longer keys, and tell only their own log.</summary>
    private const int Longest = 63;

    private const int DigestBytes = 4;

    /// <summary>
    /// Where both do not fit, the rule's name is cut short and ends in a digest of the whole; a key that leaves no room for that is cut
    /// short too.
    /// </summary>
    public static string Of(string rule, string key)
    {
        var whole = $"{rule}.{key}";
        if (whole.Length <= Longest)
        {
            return whole;
        }

        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)).AsSpan(0, DigestBytes));
        var room = Longest - key.Length - digest.Length - "-.".Length;
        return room > 0 ? $"{rule[..room]}-{digest}.{key}" : $"{digest}.{key[..Math.Min(key.Length, Longest - digest.Length - 1)].TrimEnd('-', '_', '.')}";
    }
}
