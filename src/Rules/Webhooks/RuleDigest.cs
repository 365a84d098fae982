using System.Security.Cryptography;
using System.Text;

namespace Daytwo.Rules.Webhooks;

/// <summary>A short name of exactly what a rule was rendered to, its exceptions included: who agrees on it enforces the same.</summary>
public static class RuleDigest
{
    private const int Bytes = 8;

    public static string Of(RenderedRule rule)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in rule.Objects)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(item.Json.ToJsonString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, Bytes));
    }
}
