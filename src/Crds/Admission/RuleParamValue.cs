using System.Text.Json.Nodes;
using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>A value for expressions to use.</summary>
public sealed record RuleParamValue
{
    /// <summary>Its name, an identifier: expressions write variables.NAME.</summary>
    [Required, Length(1, 63)]
    [Rule(VariableNames.IsIdentifier, VariableNames.IsIdentifierMessage, Computed = true)]
    public string Name { get => field ?? ""; init; }

    /// <summary>The value: a text, number, boolean, list or map.</summary>
    [Required]
    public JsonNode? Value { get; init; }
}
