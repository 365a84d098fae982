using System.Text;

namespace Daytwo.Profile.Trace;

/// <summary>Gets an event's number and what it carries; the payload is only valid during the call.</summary>
internal delegate void TraceEvent(int number, ReadOnlySpan<byte> payload);

/// <summary>
/// Reads the .nettrace files of .NET's event pipe (format 4): objects of which those named MetadataBlock tell what the events in those named
/// EventBlock are. A file that breaks off, because its program was killed, is read up to there.
/// </summary>
internal static class TraceFile
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const byte BeginObject = 5;

    /// <summary>Calls for every event of the runtime's own provider.</summary>
    public static void Read(ReadOnlySpan<byte> file, TraceEvent on)
    {
        var reader = new Payload(file);
        if (reader.Length < 32 || !reader.Bytes(8).SequenceEqual("Nettrace"u8))
        {
            throw new FormatException("the trace does not start with 'Nettrace': record with DOTNET_EventPipeOutputFormat=1, .NET's default");
        }

        reader.Bytes(reader.Int32());
        var kinds = new Dictionary<int, (string Provider, int Number)>();
        while (reader.Length > 0 && reader.Byte() == BeginObject)
        {
            // The object's type is an object itself: its tags, two versions, its name, an end tag.
            reader.Bytes(10);
            var name = Encoding.UTF8.GetString(reader.Bytes(reader.Int32()));
            reader.Byte();
            if (name == "Trace")
            {
                reader.Bytes(48);
            }
            else if (Block(ref reader, file.Length) is { Length: > 0 } block)
            {
                if (name == "MetadataBlock")
                {
                    EventBlock.Read(block, (_, payload) => Learn(payload, kinds));
                }
                else if (name == "EventBlock")
                {
                    EventBlock.Read(block, (id, payload) =>
                    {
                        if (kinds.TryGetValue(id, out var kind) && kind.Provider == Runtime)
                        {
                            on(kind.Number, payload);
                        }
                    });
                }
            }
            else
            {
                return;
            }

            reader.Byte();
        }
    }

    /// <summary>The block's bytes, which begin at a multiple of four in the file; none when the file ends before.</summary>
    private static ReadOnlySpan<byte> Block(ref Payload reader, int length)
    {
        if (reader.Length < 8)
        {
            return default;
        }

        var size = reader.Int32();
        var padding = -(length - reader.Length) & 3;
        if (reader.Length < padding + size + 1)
        {
            return default;
        }

        reader.Bytes(padding);
        return reader.Bytes(size);
    }

    private static void Learn(ReadOnlySpan<byte> payload, Dictionary<int, (string, int)> kinds)
    {
        var reader = new Payload(payload);
        kinds[reader.Int32()] = (reader.Text(), reader.Int32());
    }
}
