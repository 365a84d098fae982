using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Admission;

/// <summary>Values for expressions to use: exactly one member is set. Custom resources cannot be parameters: a cluster whose API is not yet up could not load them, and would refuse every request.</summary>
[Rule("has(self.values) || has(self.configMap)", "params is empty: set values or configMap, or remove params")]
[Rule("!has(self.values) || !has(self.configMap)", "params has both values and configMap: keep one; values of the other can become variables")]
public sealed record RuleParams
{
    /// <summary>Values written here. Each is a variable for the expressions: a value named registries is variables.registries.</summary>
    [Length(1, 64), ListType("map", "name")]
    public IReadOnlyList<RuleParamValue>? Values { get; init; }

    /// <summary>Values kept in a ConfigMap, for the expressions params, such as params.data.registries; every value is a text.</summary>
    public ConfigMapParams? ConfigMap { get; init; }
}
