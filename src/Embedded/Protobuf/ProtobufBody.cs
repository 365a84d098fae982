using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Protobuf;

/// <summary>Reads request bodies in Kubernetes' protobuf envelope, which typed Go clients send for built-in kinds.</summary>
internal static class ProtobufBody
{
    public const string MediaType = "application/vnd.kubernetes.protobuf";
    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <summary>The object as JSON, with apiVersion and kind; null when its kind is not known.</summary>
    /// <exception cref="FormatException">The bytes are no such envelope.</exception>
    public static JsonObject? Decode(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith(Magic))
        {
            throw new FormatException("provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]");
        }

        var (apiVersion, kind, raw) = Envelope(body[Magic.Length..]);
        var message = kind == "DeleteOptions" ? "meta/v1.DeleteOptions" : MessageTable.Instance.Message(apiVersion, kind);
        if (message is null)
        {
            return null;
        }

        var value = MessageDecoder.Decode(message, raw);
        value["apiVersion"] = apiVersion;
        value["kind"] = kind;
        if (value.Child("metadata") is { Count: 0 })
        {
            value.Remove("metadata");
        }

        return value;
    }

    private static (string ApiVersion, string Kind, byte[] Raw) Envelope(ReadOnlySpan<byte> bytes)
    {
        var (apiVersion, kind, raw) = ("", "", Array.Empty<byte>());
        var reader = new WireReader(bytes);
        while (!reader.AtEnd)
        {
            var (number, wireType) = reader.Tag();
            switch (number)
            {
                case 1: (apiVersion, kind) = Type(reader.Bytes()); break;
                case 2: raw = reader.Bytes().ToArray(); break;
                default: reader.Skip(wireType); break;
            }
        }

        return (apiVersion, kind, raw);
    }

    private static (string ApiVersion, string Kind) Type(ReadOnlySpan<byte> bytes)
    {
        var (apiVersion, kind) = ("", "");
        var reader = new WireReader(bytes);
        while (!reader.AtEnd)
        {
            var (number, wireType) = reader.Tag();
            switch (number)
            {
                case 1: apiVersion = Encoding.UTF8.GetString(reader.Bytes()); break;
                case 2: kind = Encoding.UTF8.GetString(reader.Bytes()); break;
                default: reader.Skip(wireType); break;
            }
        }

        return (apiVersion, kind);
    }
}
