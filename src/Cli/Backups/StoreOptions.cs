using System.CommandLine;
using Daytwo.Backup;
using Daytwo.Cli.CommandLine;
using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Cli.Backups;

/// <summary>The options that say which store is meant and which key opens it; the same for every backup command.</summary>
internal sealed class StoreOptions
{
    private readonly Option<string> to = new("--to")
    {
        Description = "The store: file:DIR or s3://BUCKET/PREFIX (S3 keys come from the usual AWS environment)",
        HelpName = "ADDRESS",
        Required = true,
    };

    private readonly Option<Uri?> endpoint = UrlOption.Server("--s3-endpoint", "Address of an S3-compatible server (default: AWS)");
    private readonly Option<bool> pathStyle = new("--s3-path-style") { Description = "Put the bucket into the path instead of the host name" };
    private readonly Option<string?> authority = new("--s3-ca") { Description = "Trust the certificates in this PEM file for the S3 server", HelpName = "FILE" };
    private readonly Option<string?> region = new("--s3-region") { Description = "AWS region (default: from the AWS environment)", HelpName = "NAME" };
    private readonly Option<string?> key = new("--encryption-key")
    {
        Description = "File with the backup key, 32 bytes in base64: encrypts, decrypts, signs and checks signatures",
        HelpName = "FILE",
    };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { to, endpoint, pathStyle, authority, region, key })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Opens the store that the options name.</summary>
    /// <exception cref="CliException">An option is wrong; the message names it.</exception>
    public IObjectStore Open(ParseResult parsed, TimeProvider time) => Address(parsed) switch
    {
        DirectoryAddress directory => ObjectStores.Open(directory),
        BucketAddress bucket => ObjectStores.Open(new S3Settings
        {
            Address = bucket,
            Endpoint = parsed.GetValue(endpoint),
            PathStyle = parsed.GetValue(pathStyle),
            Region = parsed.GetValue(region),
            CertificateAuthorityPem = parsed.GetValue(authority) is { } file ? AuthorityFile.Pem("--s3-ca", file) : null,
        }, time),
        var other => throw new CliException($"--to: '{other}' is no store this program knows", ExitCode.Usage),
    };

    /// <summary>Opens the store that the options name, to look for what is in it.</summary>
    /// <exception cref="CliException">An option is wrong, or the directory does not exist; the message names it.</exception>
    public IObjectStore OpenExisting(ParseResult parsed, TimeProvider time) =>
        Address(parsed) is DirectoryAddress { Path: var path } && !Directory.Exists(path)
            ? throw new CliException($"--to: there is no directory {path}", ExitCode.NotFound)
            : Open(parsed, time);

    /// <summary>The backup key, or null when none was given. The caller disposes it.</summary>
    public EncryptionKey? Key(ParseResult parsed) => parsed.GetValue(key) is { } file ? KeyFile.Read(file) : null;

    private StoreAddress Address(ParseResult parsed)
    {
        try
        {
            return StoreAddress.Parse(parsed.GetValue(to)!);
        }
        catch (FormatException e)
        {
            throw new CliException("--to: " + e.Message, ExitCode.Usage, e);
        }
    }
}
