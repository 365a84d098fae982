using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes.Decoding;

/// <summary>Decodes a list item by item from the bytes received, so that at most one item's text is held.</summary>
internal sealed class ListDecoder<T>(Resource<T> resource) where T : class, IObject
{
    private readonly List<T> _items = [];
    private ListMetaBody? _meta;
    private JsonReaderState _state;
    private bool _inItems;
    private bool _ended;

    /// <summary>Decodes what is whole in the buffer.</summary>
    /// <returns>How far it came; the rest must be offered again, with more behind it.</returns>
    /// <exception cref="ApiProtocolException">The text is no list of this resource.</exception>
    public SequencePosition Decode(ReadOnlySequence<byte> buffer)
    {
        try
        {
            var reader = new Utf8JsonReader(buffer, isFinalBlock: false, _state);
            while (!_ended && TryStep(buffer, ref reader))
            {
            }

            _state = reader.CurrentState;
            return reader.Position;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new ApiProtocolException($"the list of {resource.Type.Plural} cannot be read: {e.Message}", e);
        }
    }

    /// <exception cref="ApiUnreachableException">The text broke off before its end.</exception>
    public ListPage<T> ToPage()
    {
        if (!_ended)
        {
            throw new ApiUnreachableException($"the list of {resource.Type.Plural} broke off after {_items.Count} objects");
        }

        var next = string.IsNullOrEmpty(_meta?.Continue) ? null : _meta.Continue;
        return new ListPage<T>(_items, _meta?.ResourceVersion ?? "", next, _meta?.RemainingItemCount);
    }

    /// <summary>Takes one item or member; the reader moves only when it is whole.</summary>
    private bool TryStep(ReadOnlySequence<byte> buffer, ref Utf8JsonReader reader)
    {
        var ahead = reader;
        if (!ahead.Read() || !(_inItems ? TryTakeItem(buffer, ref ahead) : TryTakeMember(buffer, ref ahead)))
        {
            return false;
        }

        reader = ahead;
        return true;
    }

    private bool TryTakeItem(ReadOnlySequence<byte> buffer, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            _inItems = false;
            return true;
        }

        if (!TryTakeValue(buffer, ref reader, resource.Json, out var item))
        {
            return false;
        }

        _items.Add(item ?? throw new JsonException("an item is null"));
        return true;
    }

    private bool TryTakeMember(ReadOnlySequence<byte> buffer, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return true;
            case JsonTokenType.EndObject:
                _ended = true;
                return true;
            case JsonTokenType.PropertyName when reader.ValueTextEquals("items"u8):
                _inItems = reader.Read() && reader.TokenType == JsonTokenType.StartArray;
                return _inItems || reader.TokenType == JsonTokenType.Null;
            case JsonTokenType.PropertyName when reader.ValueTextEquals("metadata"u8):
                return reader.Read() && TryTakeValue(buffer, ref reader, WireJson.Default.ListMetaBody, out _meta);
            case JsonTokenType.PropertyName:
                return reader.Read() && reader.TrySkip();
            default:
                throw new JsonException($"a list object is expected, not {reader.TokenType}");
        }
    }

    private static bool TryTakeValue<TValue>(ReadOnlySequence<byte> buffer, ref Utf8JsonReader reader, JsonTypeInfo<TValue> json, out TValue? value)
    {
        value = default;
        var start = reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return false;
        }

        var text = buffer.Slice(start, reader.BytesConsumed - start);
        if (text.IsSingleSegment)
        {
            value = JsonSerializer.Deserialize(text.FirstSpan, json);
            return true;
        }

        var scattered = new Utf8JsonReader(text);
        value = JsonSerializer.Deserialize(ref scattered, json);
        return true;
    }
}
