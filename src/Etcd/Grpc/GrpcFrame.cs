using System.Buffers.Binary;
using System.Net.Http.Headers;
using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Grpc;

/// <summary>gRPC's frame around a message: a byte for compression (none), four for the length, the message.</summary>
internal static class GrpcFrame
{
    public const int PrefixLength = 5;

    /// <summary>One message as a request body.</summary>
    public static HttpContent Content(ProtoWriter request)
    {
        var message = request.Written;
        var framed = new byte[PrefixLength + message.Length];
        BinaryPrimitives.WriteUInt32BigEndian(framed.AsSpan(1), (uint)message.Length);
        message.CopyTo(framed.AsMemory(PrefixLength));
        var content = new ReadOnlyMemoryContent(framed);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/grpc");
        return content;
    }
}
