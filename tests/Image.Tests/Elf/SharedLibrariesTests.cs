using Daytwo.Image.Elf;

namespace Daytwo.Image.Tests.Elf;

public sealed class SharedLibrariesTests
{
    [Fact]
    public void Libraries_of_a_program_are_complete()
    {
        var found = SharedLibraries.OfHost.Of(Environment.ProcessPath!, ["libgcc_s.so.1"], []);

        var names = found.Keys.Select(path => Path.GetFileName(path)).ToHashSet();
        Assert.Contains("libgcc_s.so.1", names);
        Assert.All(found.Values.SelectMany(file => ElfFile.Read(file).Needed), needed => Assert.Contains(needed, names));
    }

    [Fact]
    public void Library_that_is_missing_is_named_with_what_needs_it()
    {
        var refusal = Assert.Throws<ImageException>(() => SharedLibraries.OfHost.Of(Environment.ProcessPath!, ["libnowhere.so.9"], []));

        Assert.Contains("libnowhere.so.9", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("install the package", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Optional_library_that_is_missing_is_left_out() =>
        Assert.DoesNotContain("/libnowhere", string.Join(' ', SharedLibraries.OfHost.Of(Environment.ProcessPath!, [], ["libnowhere.so.9"]).Keys), StringComparison.Ordinal);
}
