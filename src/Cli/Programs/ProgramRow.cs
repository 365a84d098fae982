using System.Text.Json.Serialization;

namespace Daytwo.Cli.Programs;

/// <summary>One real program and whether this machine has it, as <c>daytwo programs</c> prints it.</summary>
internal sealed record ProgramRow(string Name, string? Path, string? Origin, string? Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<ProgramRow>))]
internal sealed partial class ProgramsJson : JsonSerializerContext;
