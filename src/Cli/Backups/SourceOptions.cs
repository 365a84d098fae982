using System.CommandLine;
using Daytwo.Etcd;
using Daytwo.Etcd.Tls;

namespace Daytwo.Cli.Backups;

/// <summary>The options that say which etcd is meant, named as etcdctl names them.</summary>
internal sealed class SourceOptions
{
    private readonly Option<string> endpoints = new("--endpoints")
    {
        Description = "Client addresses of the etcd members, separated by commas; the fittest follower is asked",
        HelpName = "URL,URL",
        Required = true,
    };

    private readonly Option<string?> authority = new("--cacert") { Description = "Trust the certificates in this PEM file for etcd", HelpName = "FILE" };
    private readonly Option<string?> certificate = new("--cert") { Description = "Client certificate, PEM", HelpName = "FILE" };
    private readonly Option<string?> key = new("--key") { Description = "Key of the client certificate, PEM", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { endpoints, authority, certificate, key })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The certificates to use, or null when none were given. The caller disposes them.</summary>
    public EtcdTls? Tls(ParseResult parsed)
    {
        var (ca, cert, privateKey) = (parsed.GetValue(authority), parsed.GetValue(certificate), parsed.GetValue(key));
        try
        {
            return ca is null && cert is null && privateKey is null ? null : EtcdTls.FromFiles(ca, cert, privateKey);
        }
        catch (EtcdTlsException e)
        {
            throw new CliException($"--cacert, --cert, --key: {e.Message}", ExitCode.Usage, e);
        }
    }

    public EtcdClientOptions Client(ParseResult parsed, EtcdTls? tls, TimeProvider time) =>
        new() { Endpoints = Endpoints(parsed.GetValue(endpoints)!), Tls = tls, Time = time };

    internal static IReadOnlyList<Uri> Endpoints(string text)
    {
        var words = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length == 0
            ? throw new CliException("--endpoints: name at least one address, such as https://10.0.0.10:2379", ExitCode.Usage)
            : [.. words.Select(Endpoint)];
    }

    private static Uri Endpoint(string word)
    {
        var text = word.Contains("://", StringComparison.Ordinal) ? word : "https://" + word;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/"
            ? uri
            : throw new CliException($"--endpoints: '{word}' is no address of an etcd member; write it as https://HOST:2379", ExitCode.Usage);
    }
}
