using System.Reflection;
using System.Text.Json.Nodes;
using Daytwo.Crds.Schema;

namespace Daytwo.CrdGen;

/// <summary>Makes <c>x-kubernetes-validations</c>.</summary>
internal static class Rules
{
    public static void Add(JsonObject schema, RuleAttribute[] rules)
    {
        if (rules.Length > 0)
        {
            schema["x-kubernetes-validations"] = new JsonArray([.. rules.Select(Json)]);
        }
    }

    /// <summary>Exactly one member is set, and stays the one.</summary>
    public static IEnumerable<RuleAttribute> OfUnion(Type type, IEnumerable<string> members)
    {
        if (type.GetCustomAttribute<UnionAttribute>() is not { } union)
        {
            yield break;
        }

        var names = members.ToArray();
        var given = names.Select(name => $"has(self.{name})").ToArray();
        yield return new RuleAttribute(
            string.Join(" || ", given),
            $"{union.Noun} is empty: set {(names.Length == 1 ? names[0] : "exactly one of " + string.Join(", ", names))}");
        if (names.Length > 1)
        {
            yield return new RuleAttribute(
                $"[{string.Join(", ", given)}].filter(given, given).size() <= 1",
                $"{union.Noun} has more than one of {string.Join(", ", names)}: keep exactly one");
        }

        yield return new RuleAttribute(
            string.Join(" && ", names.Select(name => $"has(self.{name}) == has(oldSelf.{name})")),
            $"the kind of {union.Noun} may not change: create another object for another {union.Noun}");
    }

    private static JsonObject Json(RuleAttribute rule)
    {
        var json = new JsonObject { ["rule"] = rule.Expression, [rule.Computed ? "messageExpression" : "message"] = rule.Message };
        if (rule.FieldPath.Length > 0)
        {
            json["fieldPath"] = rule.FieldPath;
        }

        return json;
    }
}
