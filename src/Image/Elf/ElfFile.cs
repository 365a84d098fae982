using System.Buffers.Binary;
using System.Text;

namespace Daytwo.Image.Elf;

/// <summary>What a dynamically linked Linux program or library says it needs: a reader of 64-bit little-endian ELF.</summary>
/// <param name="Machine">The e_machine value: 62 for x86-64, 183 for aarch64.</param>
/// <param name="Interpreter">The loader's path (PT_INTERP); null in libraries and static programs.</param>
/// <param name="Needed">Names of the libraries it is linked with (DT_NEEDED), in order.</param>
internal sealed record ElfFile(ushort Machine, string? Interpreter, IReadOnlyList<string> Needed)
{
    private const uint Load = 1, Dynamic = 2, InterpreterSegment = 3;
    private const long EndOfDynamic = 0, NeededTag = 1, StringTableTag = 5;

    /// <summary>Reads the file.</summary>
    /// <exception cref="ImageException">It is no 64-bit little-endian ELF file, or damaged.</exception>
    public static ElfFile Read(string path)
    {
        using var file = File.OpenRead(path);
        try
        {
            return Read(file);
        }
        catch (Exception e) when (e is EndOfStreamException or InvalidDataException or OverflowException)
        {
            throw new ImageException($"{path} is not a 64-bit little-endian ELF program or library ({e.Message})", e);
        }
    }

    private static ElfFile Read(Stream file)
    {
        var header = At(file, 0, 64);
        if (!header.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
        {
            throw new InvalidDataException("the magic number is missing");
        }

        var segments = Segments(file, header);
        var interpreter = segments.Where(s => s.Type == InterpreterSegment).Select(s => Text(At(file, s.Offset, checked((int)s.FileSize)), 0)).FirstOrDefault();
        return new ElfFile(BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(18)), interpreter, Libraries(file, segments));
    }

    private static List<Segment> Segments(Stream file, byte[] header)
    {
        var offset = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(32));
        var size = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(54));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56));
        var segments = new List<Segment>(count);
        for (var i = 0; i < count; i++)
        {
            var entry = At(file, checked(offset + ((long)i * size)), 56);
            segments.Add(new Segment(
                BinaryPrimitives.ReadUInt32LittleEndian(entry), Long(entry, 8), Long(entry, 16), Long(entry, 32)));
        }

        return segments;
    }

    private static List<string> Libraries(Stream file, List<Segment> segments)
    {
        if (segments.Find(s => s.Type == Dynamic) is not { } dynamic)
        {
            return [];
        }

        var table = At(file, dynamic.Offset, checked((int)dynamic.FileSize));
        var entries = Enumerable.Range(0, table.Length / 16).Select(i => (Tag: Long(table, i * 16), Value: Long(table, (i * 16) + 8)))
            .TakeWhile(entry => entry.Tag != EndOfDynamic).ToList();
        var address = entries.Find(entry => entry.Tag == StringTableTag).Value;
        var home = segments.Find(s => s.Type == Load && address >= s.Address && address < s.Address + s.FileSize)
            ?? throw new InvalidDataException("the string table is in no segment");
        var strings = home.Offset + (address - home.Address);
        return [.. entries.Where(entry => entry.Tag == NeededTag).Select(entry => Text(AtMost(file, checked(strings + entry.Value), 256), 0))];
    }

    private static long Long(byte[] bytes, int offset) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(offset));

    private static string Text(byte[] bytes, int offset)
    {
        var end = Array.IndexOf(bytes, (byte)0, offset);
        return end < 0 ? throw new InvalidDataException("a name has no end") : Encoding.ASCII.GetString(bytes, offset, end - offset);
    }

    private static byte[] At(Stream file, long offset, int count)
    {
        var bytes = AtMost(file, offset, count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException("the file ends too early");
    }

    private static byte[] AtMost(Stream file, long offset, int count)
    {
        if (offset < 0 || offset > file.Length)
        {
            throw new InvalidDataException("an offset points outside the file");
        }

        file.Position = offset;
        var bytes = new byte[(int)Math.Min(count, file.Length - offset)];
        file.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Segment(uint Type, long Offset, long Address, long FileSize);
}
