using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Daytwo.Embedded.Http;

/// <summary>Tells who sends a request: the holder of a client certificate of the server's authority, or of its token.</summary>
internal sealed class RequestAuthentication(ServerAuthority authority, string token)
{
    private const string TokenScheme = "Bearer ";
    private readonly byte[] token = Encoding.UTF8.GetBytes(token);

    /// <summary>The caller; null when the request proves nobody, or only somebody unknown.</summary>
    public Caller? Caller(HttpContext context)
    {
        var agent = context.Request.Headers.UserAgent.ToString();
        if (context.Connection.ClientCertificate is { } certificate)
        {
            return authority.Trusts(certificate) ? OfCertificate(certificate, agent) : null;
        }

        var given = context.Request.Headers.Authorization.ToString();
        return given.StartsWith(TokenScheme, StringComparison.Ordinal)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given[TokenScheme.Length..]), token)
            ? Embedded.Caller.Administrator(agent) : null;
    }

    private static Caller OfCertificate(X509Certificate2 certificate, string agent)
    {
        var name = "";
        var groups = new List<string>();
        foreach (var part in certificate.SubjectName.EnumerateRelativeDistinguishedNames())
        {
            var value = part.GetSingleElementValue() ?? "";
            switch (part.GetSingleElementType().Value)
            {
                case "2.5.4.3": name = value; break;
                case "2.5.4.10": groups.Add(value); break;
            }
        }

        groups.Add("system:authenticated");
        return new Caller(name, groups, agent);
    }
}
