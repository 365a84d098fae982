using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>A named expression.</summary>
public sealed record RuleVariable
{
    /// <summary>Its name, an identifier: others write variables.NAME.</summary>
    [Required, Length(1, 63)]
    [Rule(VariableNames.IsIdentifier, VariableNames.IsIdentifierMessage, Computed = true)]
    public string Name { get => field ?? ""; init; }

    /// <summary>A CEL expression over object, oldObject, request, namespaceObject, params, authorizer and the variables before it.</summary>
    [Required, Length(1, 16_384)]
    [Rule(@"self.matches('\\S')", "the expression is blank: write a CEL expression, or remove the variable")]
    public string Expression { get => field ?? ""; init; }
}
