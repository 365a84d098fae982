using System.Security.Cryptography;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.LocalCluster.Servers;

/// <summary>A real S3 server on loopback over a folder: versitygw, or moto_server where only that is installed.</summary>
public sealed class S3Server : LocalServer
{
    private readonly FoundProgram program;
    private readonly int port;
    private readonly LocalAuthority? authority;
    private readonly KeyPairFiles? serving;
    private readonly TimeProvider time;
    private readonly string logFile;

    private S3Server(FoundProgram program, string directory, LocalAuthority? authority, TimeProvider time)
    {
        (this.program, this.authority, this.time) = (program, authority, time);
        port = FreePort.Take();
        Directory = Path.Combine(directory, $"s3-{port}");
        System.IO.Directory.CreateDirectory(Directory);
        logFile = Directory + ".log";
        serving = authority?.Issue($"s3-{port}", "CN=s3");
        Url = $"{(serving is null ? "http" : "https")}://127.0.0.1:{port}";
        Secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
    }

    public string Url { get; }

    /// <summary>The folder the server keeps buckets in: with versitygw a bucket is a folder there.</summary>
    public string Directory { get; }

    public string AccessKey { get; } = "daytwo-local";

    public string Secret { get; }

    /// <summary>Whether <see cref="Directory"/> shows the objects as files.</summary>
    public bool IsFolder => program.Name == "versitygw";

    /// <summary>The S3 server this machine has, or null.</summary>
    public static FoundProgram? Find(ProgramCatalog programs) => programs.Find("versitygw") ?? programs.Find("moto_server");

    /// <summary>Starts the server and waits until it answers.</summary>
    /// <param name="authority">Serve TLS with a certificate of this authority; null for plain HTTP.</param>
    public static async Task<S3Server> Start(FoundProgram program, string directory, TimeProvider time, CancellationToken ct, LocalAuthority? authority = null)
    {
        var server = new S3Server(program, directory, authority, time);
        try
        {
            await server.Restart(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again on the same port and folder.</summary>
    public override async Task Restart(CancellationToken ct)
    {
        Process = IsFolder ? StartVersityGateway() : ChildProcess.Start(program.Path, ["-H", "127.0.0.1", "-p", $"{port}"], logFile);
        using var http = LocalHttp.Client(authority?.CertificateFile);
        await Readiness.Await(
            Process,
            async t =>
            {
                using var answer = await http.GetAsync(new Uri(Url + "/"), t);
                return true;
            },
            TimeSpan.FromSeconds(60), time, ct);
    }

    /// <summary>Makes a bucket. Names have three characters or more.</summary>
    public async Task CreateBucket(string name, CancellationToken ct)
    {
        if (IsFolder)
        {
            System.IO.Directory.CreateDirectory(Path.Combine(Directory, name));
            return;
        }

        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var answer = await http.PutAsync(new Uri($"{Url}/{name}"), null, ct);
        answer.EnsureSuccessStatusCode();
    }

    private ChildProcess StartVersityGateway()
    {
        string[] tls = serving is null ? [] : ["--cert", serving.Certificate, "--key", serving.Key];
        var environment = new Dictionary<string, string> { ["ROOT_ACCESS_KEY"] = AccessKey, ["ROOT_SECRET_KEY"] = Secret };
        return ChildProcess.Start(program.Path, ["--port", $"127.0.0.1:{port}", .. tls, "posix", Directory], logFile, environment);
    }
}
