using System.Text.Json.Nodes;
using Daytwo.Crds.Schema;

namespace Daytwo.CrdGen;

/// <summary>The schema of <c>metav1.LabelSelector</c>, with the limits and rules of labels that the API itself checks only where the selector is used.</summary>
internal static class LabelSelectorSchema
{
    private const string KeyShape =
        @"matches('^(([a-z0-9]([-a-z0-9]*[a-z0-9])?\\.)*[a-z0-9]([-a-z0-9]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$')";

    private const string ValueShape = "matches('^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$')";

    private const string Values = "has(self.values) && self.values.size() > 0";

    public static JsonObject Create()
    {
        var value = new JsonObject { ["type"] = "string", ["maxLength"] = 63 };
        Rules.Add(value, [Rule($"self.{ValueShape}", @"'\'' + self + '\' is not the value of a label: use letters, digits, hyphens, underscores and dots, beginning and ending with a letter or digit'")]);
        var labels = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Labels and the values they must have.",
            ["maxProperties"] = 16,
            ["additionalProperties"] = value,
        };

        // Keys of a map have no bound that the API would know, so that a message cannot name them within its budget.
        Rules.Add(labels, [new RuleAttribute($"self.all(key, key.{KeyShape})", "a key is not the key of a label: write it as app or example.com/app")]);
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = "Selects by labels: all requirements must hold.",
            ["properties"] = new JsonObject { ["matchLabels"] = labels, ["matchExpressions"] = Expressions() },
        };
    }

    private static JsonObject Expressions()
    {
        var item = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "One requirement on labels.",
            ["required"] = new JsonArray("key", "operator"),
            ["properties"] = new JsonObject
            {
                ["key"] = Key(),
                ["operator"] = new JsonObject
                {
                    ["type"] = "string",
                    ["description"] = "In, NotIn, Exists or DoesNotExist.",
                    ["enum"] = new JsonArray("In", "NotIn", "Exists", "DoesNotExist"),
                },
                ["values"] = new JsonObject
                {
                    ["type"] = "array",
                    ["description"] = "Values for In and NotIn; none for the others.",
                    ["maxItems"] = 32,
                    ["items"] = new JsonObject { ["type"] = "string", ["maxLength"] = 63 },
                    ["x-kubernetes-list-type"] = "atomic",
                },
            },
        };
        Rules.Add(item,
        [
            Rule($"!(self.operator in ['In', 'NotIn']) || ({Values})", "self.operator + ' needs values: list at least one, or use Exists or DoesNotExist'"),
            Rule($"self.operator in ['In', 'NotIn'] || !({Values})", "self.operator + ' takes no values: remove them, or use In or NotIn'"),
        ]);
        return new JsonObject
        {
            ["type"] = "array",
            ["description"] = "Requirements on labels.",
            ["maxItems"] = 16,
            ["items"] = item,
            ["x-kubernetes-list-type"] = "atomic",
        };
    }

    private static JsonObject Key()
    {
        var key = new JsonObject { ["type"] = "string", ["description"] = "Key of the label.", ["minLength"] = 1, ["maxLength"] = 317 };
        Rules.Add(key, [Rule($"self.{KeyShape}", @"'\'' + self + '\' is not the key of a label: write it as app or example.com/app'")]);
        return key;
    }

    private static RuleAttribute Rule(string expression, string message) => new(expression, message) { Computed = true };
}
