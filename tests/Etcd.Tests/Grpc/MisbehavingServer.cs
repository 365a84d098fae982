using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Daytwo.Etcd.Tests.Grpc;

/// <summary>An HTTP/2 server without TLS that answers every call as the test says.</summary>
internal sealed class MisbehavingServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MisbehavingServer(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<MisbehavingServer> Start(RequestDelegate answer, HttpProtocols protocols = HttpProtocols.Http2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = protocols));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        return new MisbehavingServer(app, new Uri(addresses.First()));
    }

    /// <summary>A gRPC answer in the given pieces, each sent by itself, then the trailers.</summary>
    public static RequestDelegate Answer(IEnumerable<ReadOnlyMemory<byte>> pieces, string? status = "0", string? message = null) => async context =>
    {
        context.Response.ContentType = "application/grpc";
        foreach (var piece in pieces)
        {
            await context.Response.Body.WriteAsync(piece);
            await context.Response.Body.FlushAsync();
        }

        if (status is not null)
        {
            context.Response.AppendTrailer("grpc-status", status);
        }

        if (message is not null)
        {
            context.Response.AppendTrailer("grpc-message", message);
        }
    };

    public EtcdClient Client(TimeSpan? timeout = null) => new(new EtcdClientOptions
    {
        Endpoints = [Address],
        CallTimeout = timeout ?? TimeSpan.FromSeconds(30),
        StallTimeout = timeout ?? TimeSpan.FromSeconds(30),
        MaxMessageBytes = 1 << 20,
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
