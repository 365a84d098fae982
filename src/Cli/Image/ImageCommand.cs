using System.CommandLine;
using System.Text.Json.Serialization;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Cli.Version;
using Daytwo.Image;

namespace Daytwo.Cli.Image;

/// <summary><c>daytwo image</c>.</summary>
internal static class ImageCommand
{
    public static Command Create(Surroundings around)
    {
        var version = VersionInfo.Current.Version;
        var file = new Option<string>("--file") { Description = "Archive to write", HelpName = "FILE", DefaultValueFactory = _ => $"daytwo-{version}.tar" };
        var name = new Option<string>("--name") { Description = "Name and tag it imports under", HelpName = "REF", DefaultValueFactory = _ => $"daytwo.dev/daytwo:{version}" };
        var program = new Option<string?>("--program") { Description = "Published program to pack (default: this one)", HelpName = "FILE" };
        var output = CommonOptions.Output();
        return new Command("image", "Write a container image of this program as an OCI archive; needs no Docker and no registry") { file, name, program, output }
            .WithExamples("daytwo image --file daytwo.tar && ctr -n k8s.io images import daytwo.tar", "daytwo image --name registry.example.com/daytwo:0.1.0")
            .Runs(around, (parsed, _) =>
            {
                var made = Write(new ImageRequest(parsed.GetValue(program) ?? Published(), version, Reference(parsed.GetValue(name)!), Path.GetFullPath(parsed.GetValue(file)!)));
                around.Printer(parsed.GetValue(output)).Print(made, ImageJson.Default.ImageSummary, text => Describe(text, made));
                return Task.FromResult(ExitCode.Success);
            });
    }

    private static ImageReference Reference(string text)
    {
        try
        {
            return ImageReference.Parse(text);
        }
        catch (ImageException e)
        {
            throw new CliException($"--name: {e.Message}", ExitCode.Usage, e);
        }
    }

    private static ImageSummary Write(ImageRequest request)
    {
        try
        {
            return ImageArchive.Write(request);
        }
        catch (ImageException e)
        {
            throw new CliException(e.Message, inner: e);
        }
    }

    /// <summary>Only a published program holds all it needs; run by dotnet it is a folder of assemblies.</summary>
    private static string Published() =>
        ThisProgram.Command() is (var program, []) && !File.Exists(Path.ChangeExtension(program, ".dll"))
            ? program
            : throw new CliException("an image holds the published program, and this is not one: run ./daytwo image in the checkout, or name a published program with --program");

    private static void Describe(TextWriter text, ImageSummary made)
    {
        text.WriteLine($"{made.Output}  {Human.Bytes(made.Bytes)}");
        text.WriteLine($"{made.Reference}  {made.Digest}");
        text.WriteLine($"with {made.Libraries.Count} shared libraries of this machine, its certificate authorities and time zones");
        text.WriteLine($"import it on every node: ctr -n k8s.io images import {Path.GetFileName(made.Output)}");
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImageSummary))]
internal sealed partial class ImageJson : JsonSerializerContext;
