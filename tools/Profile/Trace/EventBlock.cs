namespace Daytwo.Profile.Trace;

/// <summary>The events of a block, whose headers leave out what is as it was in the event before.</summary>
internal static class EventBlock
{
    [Flags]
    private enum Present : byte
    {
        Kind = 1,
        Sequence = 2,
        Thread = 4,
        Stack = 8,
        Activity = 16,
        RelatedActivity = 32,
        Length = 128,
    }

    /// <summary>Calls with each event's kind and what it carries.</summary>
    public static void Read(ReadOnlySpan<byte> block, TraceEvent on)
    {
        var reader = new Payload(block);
        var header = reader.UInt16();
        if ((reader.UInt16() & 1) == 0)
        {
            throw new FormatException("the trace's event headers are not compressed; .NET 5 and later compress them");
        }

        reader.Bytes(header - 4);
        var (kind, length) = (0, 0);
        while (reader.Length > 0)
        {
            var present = (Present)reader.Byte();
            kind = present.HasFlag(Present.Kind) ? (int)reader.Variable() : kind;
            if (present.HasFlag(Present.Sequence))
            {
                reader.Variable();
                reader.Variable();
                reader.Variable();
            }

            SkipIf(present.HasFlag(Present.Thread), ref reader);
            SkipIf(present.HasFlag(Present.Stack), ref reader);
            reader.Variable(); // the time since the event before
            reader.Bytes((present.HasFlag(Present.Activity) ? 16 : 0) + (present.HasFlag(Present.RelatedActivity) ? 16 : 0));
            length = present.HasFlag(Present.Length) ? (int)reader.Variable() : length;
            on(kind, reader.Bytes(length));
        }
    }

    private static void SkipIf(bool present, ref Payload reader)
    {
        if (present)
        {
            reader.Variable();
        }
    }
}
