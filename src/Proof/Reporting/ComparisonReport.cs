using System.Text.Json.Serialization;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Drills;
using Daytwo.Proof.Measuring;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Reporting;

/// <summary>What a comparison came to, for programs and pages.</summary>
/// <param name="Environment">Machine and versions.</param>
/// <param name="Measurements">What rules add to a request; none unless asked for.</param>
/// <param name="Drills">What happens when things break; none unless asked for.</param>
/// <param name="Normalisations">What was taken out before comparing.</param>
public sealed record ComparisonReport(
    DateTimeOffset StartedAt, double Seconds, RunEnvironment Environment, IReadOnlyList<RuleComparison> Rules, IReadOnlyList<Measurement> Measurements,
    IReadOnlyList<DrillResult> Drills, IReadOnlyList<Normalisation> Normalisations)
{
    /// <summary>Whether every request was answered alike.</summary>
    public bool Equal => Rules.All(rule => rule.Equal);

    /// <summary>Whether verdicts were right again after every drill.</summary>
    public bool Recovered => Drills.All(drill => drill.Outlets.All(outlet => outlet.Recovered));

    public long Requests => Rules.Sum(rule => rule.Requests);

    /// <summary>Requests that reached a rule.</summary>
    public long Judged => Rules.Sum(rule => rule.Judged);

    /// <summary>Requests that policy and webhook answered differently.</summary>
    public long Different => Rules.Sum(rule => rule.Different);

    /// <summary>Requests of which this program's own engine says otherwise than the policy.</summary>
    public long EngineDiffers => Rules.Sum(rule => rule.EngineDiffers);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ComparisonReport))]
public sealed partial class ReportJson : JsonSerializerContext;
