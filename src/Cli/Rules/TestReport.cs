using System.Text.Json.Serialization;
using Daytwo.Proof.Suites;

namespace Daytwo.Cli.Rules;

/// <summary>What <c>daytwo rules test</c> prints for programs.</summary>
internal sealed record TestReport(IReadOnlyList<CaseResult> Cases)
{
    public int Failed => Cases.Count(item => !item.Passed);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TestReport))]
internal sealed partial class TestReportJson : JsonSerializerContext;
