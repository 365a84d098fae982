using Daytwo.Profile.Metadata;

namespace Daytwo.Profile.Tests;

public sealed class CompiledAheadTests
{
    private static readonly ProgramAssemblies Framework = ProgramAssemblies.Of(Path.GetDirectoryName(typeof(object).Assembly.Location)!);
    private static readonly ProgramAssemblies Own = ProgramAssemblies.Of(AppContext.BaseDirectory);

    [Fact]
    public void Used_method_is_compiled_with_all_its_overloads()
    {
        var methods = Compiled("System.String\n\tTrim\n");
        Assert.Equal(typeof(string).GetMethods().Count(m => m.Name == "Trim"), methods.Count);
    }

    [Theory]
    [InlineData("System.NoSuchType\n\tTrim\n")]
    [InlineData("NoSuchAssembly!A\n\tTrim\n")]
    [InlineData("System.String\n\tNoSuchMethod\n")]
    [InlineData("System.Collections.Generic.List`1\n\tAdd\n")]
    [InlineData("System.Collections.Generic.List`1[System.NoSuchType]\n\tAdd\n")]
    [InlineData("System.Array\n\tEmpty [NoSuchAssembly!A]\n")]
    public void Entry_of_an_old_profile_that_names_nothing_here_is_left_out(string profile) => Assert.Empty(Compiled(profile));

    [Fact]
    public void Own_code_is_compiled_whatever_the_profile_says()
    {
        var methods = CompiledAhead.Of(new UsedCode(), Own).Where(m => m.Type.FullName == typeof(TypeNameTests).FullName).ToList();
        Assert.Contains(methods, m => Name(Own, m) == nameof(TypeNameTests.Name_read_is_written_the_same));
    }

    [Fact]
    public void Own_method_that_was_used_is_compiled_once_and_lies_with_the_used_ones()
    {
        var used = new UsedCode();
        used.Add(TypeName.Parse($"Daytwo.Profile.Tests!{typeof(TypeNameTests).FullName}"), nameof(TypeNameTests.Name_read_is_written_the_same), []);
        var methods = CompiledAhead.Of(used, Own).Where(m => m.Type.FullName == typeof(TypeNameTests).FullName).ToLookup(m => Name(Own, m), m => m.Weight);
        Assert.True(Assert.Single(methods[nameof(TypeNameTests.Name_read_is_written_the_same)]) > Assert.Single(methods[nameof(TypeNameTests.Nested_instantiation_is_read_into_its_parts)]));
    }

    private static List<CompiledMethod> Compiled(string profile) => [.. CompiledAhead.Of(UsedCode.Parse(profile), Framework)];

    private static string Name(ProgramAssemblies folder, CompiledMethod method)
    {
        var metadata = folder.Reader(method.Type.Assembly).Metadata;
        return metadata.GetString(metadata.GetMethodDefinition(method.Method).Name);
    }
}
