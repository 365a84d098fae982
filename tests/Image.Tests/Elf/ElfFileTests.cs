using Daytwo.Image.Elf;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Image.Tests.Elf;

public sealed class ElfFileTests
{
    [Fact]
    public void Program_names_its_loader_and_libraries()
    {
        var elf = ElfFile.Read(Environment.ProcessPath!);

        Assert.Contains("/ld-", elf.Interpreter, StringComparison.Ordinal);
        Assert.Contains("libc.so.6", elf.Needed);
    }

    [Fact]
    public void File_of_another_format_is_refused_by_name()
    {
        var refusal = Assert.Throws<ImageException>(() => ElfFile.Read("/etc/passwd"));

        Assert.Contains("/etc/passwd is not a 64-bit little-endian ELF", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damaged_file_is_read_or_refused_and_nothing_else()
    {
        var good = File.ReadAllBytes(Environment.ProcessPath!);
        var path = Path.GetTempFileName();
        var damage = from length in Gen.Choose(0, 5000) from position in Gen.Choose(0, 1000) from value in Gen.Choose(0, 255) select (length, position, value);
        Prop.ForAll(damage.ToArbitrary(), spoil =>
        {
            var bytes = good[..(good.Length - spoil.length)];
            bytes[spoil.position] = (byte)spoil.value;
            File.WriteAllBytes(path, bytes);
            return Record.Exception(() => ElfFile.Read(path)) is null or ImageException;
        }).QuickCheckThrowOnFailure();
        File.Delete(path);
    }
}
