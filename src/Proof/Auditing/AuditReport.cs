using System.Text.Json.Serialization;

namespace Daytwo.Proof.Auditing;

/// <summary>What an audit came to.</summary>
/// <param name="Objects">How many objects were read.</param>
public sealed record AuditReport(
    DateTimeOffset StartedAt, double Seconds, long Objects, AuditCounts Summary, IReadOnlyList<RuleCounts> Rules, [property: JsonIgnore] IReadOnlyList<AuditSection> Sections)
{
    /// <summary>How many results are counted but not listed.</summary>
    public long LeftOff => Sections.Sum(section => section.LeftOff);

    public IEnumerable<AuditResult> Results => Sections.SelectMany(section => section.Results);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AuditReport))]
public sealed partial class AuditJson : JsonSerializerContext;
