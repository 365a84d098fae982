using System.Buffers;
using System.Text.Json;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes.Decoding;

/// <summary>Decodes a watch, one line an event, straight from the bytes received into the read model.</summary>
internal sealed class WatchDecoder<T>(Resource<T> resource) where T : class, IObject
{
    /// <summary>Bytes at the start of the buffer known to hold no end of line, so that none is looked at twice.</summary>
    private long _scanned;

    /// <summary>Cuts the next whole event off the buffer and decodes it; false when there is none yet.</summary>
    /// <exception cref="ApiProtocolException">The line is no event of this resource.</exception>
    public bool TryDecode(ref ReadOnlySequence<byte> buffer, out WatchEvent<T> decoded)
    {
        while (buffer.Slice(_scanned).PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            _scanned = 0;
            if (!IsBlank(line))
            {
                decoded = Decode(line);
                return true;
            }
        }

        _scanned = buffer.Length;
        decoded = default;
        return false;
    }

    /// <summary>What is left when the stream ends: nothing, or one last event without its end of line.</summary>
    /// <exception cref="ApiUnreachableException">The stream broke off within an event.</exception>
    public bool TryDecodeLast(ReadOnlySequence<byte> rest, out WatchEvent<T> decoded)
    {
        decoded = default;
        if (IsBlank(rest))
        {
            return false;
        }

        if (!IsWhole(rest))
        {
            throw new ApiUnreachableException($"the watch of {resource.Type.Plural} broke off within an event");
        }

        decoded = Decode(rest);
        return true;
    }

    private WatchEvent<T> Decode(ReadOnlySequence<byte> line)
    {
        try
        {
            var reader = line.IsSingleSegment ? new Utf8JsonReader(line.FirstSpan) : new Utf8JsonReader(line);
            return DecodeEnvelope(ref reader);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new ApiProtocolException($"an event in the watch of {resource.Type.Plural} cannot be read: {e.Message}", e);
        }
    }

    private WatchEvent<T> DecodeEnvelope(ref Utf8JsonReader reader)
    {
        reader.Read();
        WatchEventType? type = null;
        Utf8JsonReader early = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isObject = reader.ValueTextEquals("object"u8);
            reader.Read();
            if (isObject && type is { } known)
            {
                return DecodeObject(known, ref reader);
            }

            type = isType ? TypeAt(ref reader) : type;
            early = isObject ? reader : early;
            reader.Skip();
        }

        return type is { } late && early.TokenType == JsonTokenType.StartObject
            ? DecodeObject(late, ref early)
            : throw new JsonException("type or object is missing");
    }

    private WatchEvent<T> DecodeObject(WatchEventType type, ref Utf8JsonReader reader)
    {
        switch (type)
        {
            case WatchEventType.Bookmark:
                var bookmark = JsonSerializer.Deserialize(ref reader, WireJson.Default.BookmarkBody)!;
                return new(type, null, null, bookmark.InitialEventsEnd, bookmark.Metadata?.ResourceVersion ?? "");
            case WatchEventType.Error:
                var status = JsonSerializer.Deserialize(ref reader, WireJson.Default.StatusBody)!;
                return new(type, null, ApiErrorReader.FromStatus(status), false);
            default:
                var item = JsonSerializer.Deserialize(ref reader, resource.Json) ?? throw new JsonException("object is null");
                return new(type, item, null, false, item.Metadata.ResourceVersion);
        }
    }

    private static WatchEventType TypeAt(ref Utf8JsonReader reader) => reader switch
    {
        _ when reader.ValueTextEquals("ADDED"u8) => WatchEventType.Added,
        _ when reader.ValueTextEquals("MODIFIED"u8) => WatchEventType.Modified,
        _ when reader.ValueTextEquals("DELETED"u8) => WatchEventType.Deleted,
        _ when reader.ValueTextEquals("BOOKMARK"u8) => WatchEventType.Bookmark,
        _ when reader.ValueTextEquals("ERROR"u8) => WatchEventType.Error,
        _ => throw new JsonException($"the event type \"{reader.GetString()}\" is not known"),
    };

    private static bool IsWhole(ReadOnlySequence<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
            return reader.Read() && reader.TrySkip();
        }
        catch (JsonException)
        {
            return true; // not broken off but wrong; decoding says how
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> text)
    {
        foreach (var part in text)
        {
            if (part.Span.ContainsAnyExcept(" \t\r\n"u8))
            {
                return false;
            }
        }

        return true;
    }
}
