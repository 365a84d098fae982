using System.Diagnostics;
using Daytwo.Profile.Metadata;
using Daytwo.Profile.Trace;

namespace Daytwo.Profile.Tests.Trace;

/// <summary>Traces of a real run: the tool itself, asked for nothing.</summary>
public sealed class RuntimeEventsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("daytwo-profile-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Trace_of_a_run_names_the_methods_it_used()
    {
        var events = RuntimeEvents.Read(await Record());
        Assert.Contains("Daytwo.Profile", events.Modules);
        foreach (var module in events.Modules.Distinct())
        {
            var own = Path.Combine(AppContext.BaseDirectory, module + ".dll");
            File.CreateSymbolicLink(Path.Combine(folder.FullName, module + ".dll"), File.Exists(own) ? own : Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, module + ".dll"));
        }

        var used = new UsedCode();
        events.AddTo(used, ProgramAssemblies.Of(folder.FullName));
        var methods = used.Methods.Select(m => $"{m.Type} {m.Name}").ToList();
        Assert.Contains("Daytwo.Profile!Program <Main>$", methods);
        Assert.Contains("System.Console!System.Console get_Error", methods);
        Assert.Contains(methods, m => m.Contains("[System.__Canon", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trace_that_breaks_off_is_read_up_to_there()
    {
        var trace = await Record();
        Assert.Contains(TypeName.CoreLibrary, RuntimeEvents.Read(trace.AsSpan(0, trace.Length - 1)).Modules);
        _ = RuntimeEvents.Read(trace.AsSpan(0, trace.Length / 2));
    }

    [Fact]
    public void File_that_is_no_trace_is_refused() => Assert.Throws<FormatException>(() => RuntimeEvents.Read(new byte[100]));

    private async Task<byte[]> Record()
    {
        var file = Path.Combine(folder.FullName, "run.nettrace");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Daytwo.Profile.dll")])
        {
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_EnableEventPipe"] = "1",
                ["DOTNET_EventPipeOutputPath"] = file,
                ["DOTNET_EventPipeConfig"] = "Microsoft-Windows-DotNETRuntime:0x6000080018:5",
            },
        })!;
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
    }
}
