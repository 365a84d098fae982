using Daytwo.Cel.Schemas;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>A schema on the way to rules: its own, compiled, and those of the schemas below it. Immutable.</summary>
internal sealed class RuleNode
{
    private RuleNode(StructuralSchema schema, StructuralSchema rules, bool isRoot)
    {
        Schema = schema;
        ValueSchema = ExpressionSchema.Of(schema, isRoot);
        Sizes = SchemaSizes.Of(ValueSchema);
        if (rules.Rules.Count > 0 && RuleEnvironment.Of(ValueSchema) is { } environment)
        {
            Environment = environment;
            Rules = [.. rules.Rules.Where(r => !string.IsNullOrWhiteSpace(r.Rule)).Select(r => CompiledRule.Compile(environment, r, Sizes))];
        }

        AllOf = [.. rules.AllOf.Where(SchemaRules.Any).Select(part => new RuleNode(schema, part, isRoot))];
        Items = schema.Items is not null && SchemaRules.Any(rules.Items) ? new RuleNode(schema.Items, rules.Items!, isRoot: false) : null;
        Values = schema.AdditionalProperties is not null && SchemaRules.Any(rules.AdditionalProperties)
            ? new RuleNode(schema.AdditionalProperties, rules.AdditionalProperties!, isRoot: false) : null;
        Properties = rules.Properties.Where(p => SchemaRules.Any(p.Value) && schema.Properties.ContainsKey(p.Key))
            .ToDictionary(p => p.Key, p => new RuleNode(schema.Properties[p.Key], p.Value, isRoot: false));
    }

    public StructuralSchema Schema { get; }

    public CelSchema ValueSchema { get; }

    /// <summary>How large its values can be.</summary>
    public SchemaSizes Sizes { get; }

    /// <summary>Null where there are no rules.</summary>
    public RuleEnvironment? Environment { get; }

    public IReadOnlyList<CompiledRule> Rules { get; } = [];

    public IReadOnlyList<RuleNode> AllOf { get; }

    public RuleNode? Items { get; }

    /// <summary>Of the values of a map.</summary>
    public RuleNode? Values { get; }

    public IReadOnlyDictionary<string, RuleNode> Properties { get; }

    /// <summary>Compiles the rules of a schema; null when it has none.</summary>
    public static RuleNode? Compile(StructuralSchema schema) => SchemaRules.Any(schema) ? new RuleNode(schema, schema, isRoot: true) : null;
}
