using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Crds;
using Daytwo.Embedded;
using Daytwo.Kubernetes.Transport;
using Daytwo.Kubernetes.Yaml;

namespace Daytwo.Cluster.Tests.Parity;

/// <summary>Definitions whose rules may cost too much are refused by the embedded API as by the real one: the same rules, the same factors, the same words.</summary>
public sealed class CrdCostParityTests(InstalledKinds kinds)
{
    private static readonly Caller Administrator = Caller.Administrator("crds-tests");

    /// <summary>A schema of the field <c>spec</c>, its rules among it.</summary>
    private static readonly string[] Specs =
    [
        // Without bounds, with some, with enough.
        Spec("tags: {type: array, items: {type: string}, RULES}", "self.all(x, x.contains('gpu'))"),
        Spec("tags: {type: array, maxItems: 1000, items: {type: string}, RULES}", "self.all(x, x.contains('gpu'))"),
        Spec("tags: {type: array, maxItems: 400000, items: {type: string, maxLength: 63}, RULES}", "self.all(x, x.contains('gpu'))"),
        Spec("tags: {type: array, maxItems: 1000, items: {type: string, maxLength: 63}, RULES}", "self.all(x, x.contains('gpu'))"),
        Spec("tags: {type: array, maxItems: 800, items: {type: string, maxLength: 10}, RULES}", "self.all(x, self.exists_one(y, x == y))"),
        Spec("tags: {type: array, maxItems: 2600, items: {type: string, maxLength: 10}, RULES}", "self.all(x, self.exists_one(y, x == y))"),
        // Where lists and maps are around the rule.
        Spec("a: {type: array, items: {type: object, properties: {b: {type: string, RULES}}}}", "self.matches('^[a-z]*$')"),
        Spec("a: {type: array, maxItems: 10, items: {type: object, properties: {b: {type: string, maxLength: 100, RULES}}}}", "self.matches('^[a-z]*$')"),
        Spec("a: {type: object, additionalProperties: {type: array, maxItems: 20, items: {type: string, maxLength: 50, RULES}}}", "self.startsWith('a') && self.endsWith('b')"),
        Spec("a: {type: object, maxProperties: 300, additionalProperties: {type: array, maxItems: 2000, items: {type: string, maxLength: 50, RULES}}}", "self.startsWith('a') && self.endsWith('b')"),
        Spec("a: {type: array, items: {type: object, required: [name, zone], properties: {name: {type: string}, zone: {type: string, default: a}, when: {type: string, format: date-time}}, RULES}}", "self.name.size() + self.zone.size() > 3"),
        // Texts, numbers, quantities, lists made by functions.
        Spec("a: {type: string, RULES}", "self.lowerAscii() == 'x' || self.trim().upperAscii() == 'Y'"),
        Spec("a: {type: string, RULES}", "self.replace('a', 'bbbb').replace('b', 'c').split(',').all(x, x.size() > 1)"),
        Spec("a: {type: string, maxLength: 300, RULES}", "self.split(',').map(x, x.trim()).join('-').matches('a+')"),
        Spec("a: {type: string, maxLength: 2000, RULES}", "self.findAll('[0-9]+').all(x, int(x) > 3)"),
        Spec("a: {type: string, enum: [one, two, three], RULES}", "[1, 2, 3].all(x, self.contains(string(x)))"),
        Spec("a: {type: string, RULES}", "quantity(self).isGreaterThan(quantity('1')) && isQuantity(self) && quantity(self) == quantity('2')"),
        Spec("a: {type: string, RULES}", "isIP(self) && ip(self).family() == 4 && cidr('10.0.0.0/8').containsIP(self)"),
        Spec("a: {type: string, RULES}", "url(self).getScheme() == 'https' && semver('1.2.3').major() == 1"),
        Spec("a: {type: integer, RULES}", "self > 1 && self % 2 == 0"),
        Spec("a: {x-kubernetes-int-or-string: true, RULES}", "type(self) == int ? self > 1 : self.matches('^[0-9]+%$')"),
        Spec("a: {type: array, items: {type: integer}, RULES}", "self.sum() > 3 && self.isSorted() && self.max() < 100 && self.indexOf(3) >= 0"),
        Spec("a: {type: array, maxItems: 3000, items: {type: string, maxLength: 10}, RULES}", "self.sort() == self && self.distinct().size() == self.size()"),
        Spec("a: {type: array, maxItems: 3000, items: {type: string, maxLength: 10}, RULES}", "sets.contains(self, ['a', 'b']) && sets.equivalent(self, self)"),
        Spec("a: {type: array, items: {type: string}, RULES}", "self.filter(x, x.startsWith('a')).map(x, x + 'b').exists(x, x == 'ab')"),
        Spec("a: {type: array, maxItems: 5000, items: {type: object, properties: {k: {type: string, maxLength: 20}, v: {type: array, maxItems: 5, items: {type: string, maxLength: 5}}}}, RULES}", "self.map(x, x.v).all(l, l.all(s, s.contains('q')))"),
        Spec("a: {type: object, additionalProperties: {type: string}, RULES}", "self.all(k, self[k].size() < 10) && 'x' in self"),
        Spec("a: {type: object, maxProperties: 2000, additionalProperties: {type: string, maxLength: 10}, RULES}", "self.all(k, v, k.matches('a') && v.matches('bcde'))"),
        Spec("a: {type: object, properties: {b: {type: string, maxLength: 10}, c: {type: string}}, RULES}", "has(self.b) && self.?c.orValue('').contains(self.b)"),
        Spec("a: {type: object, properties: {b: {type: array, items: {type: string}}}, RULES}", "self.b.size() == 0 || self.b[0].contains('x') || self.b[self.b.size() - 1] + 'y' == 'xy'"),
        Spec("a: {type: array, items: {type: string}, RULES}", "self == oldSelf || oldSelf.all(x, x in self)"),
        // Messages, and many rules that are too much together.
        Spec("a: {type: array, items: {type: string}, RULES}", "self.size() < 5", "self.map(x, x + x).join(', ')"),
        Spec(string.Join(", ", Enumerable.Range(0, 14).Select(i => $"a{i}: {{type: string, maxLength: 250000, x-kubernetes-validations: [{{rule: \"self.matches('^[a-z0-9]{{3}}$') && self.contains('abc')\", message: m}}]}}")), "true"),
    ];

    [Fact]
    public async Task Definition_whose_rules_may_cost_too_much_is_answered_alike()
    {
        var installation = await kinds.Get();
        using var embedded = new EmbeddedApi(new EmbeddedApiOptions { ServiceAccounts = false });
        var (differences, refused, accepted) = (new StringBuilder(), 0, 0);
        foreach (var (number, spec) in Specs.Index())
        {
            var definition = Definition(spec);
            const string path = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions?dryRun=All";
            var (real, ours) = (await installation.Send(HttpMethod.Post, path, definition, "application/json"), Ask(embedded, path, definition));
            var (expected, told) = (Told(real), Told(ours));
            refused += expected.Contains("exceeds budget", StringComparison.Ordinal) ? 1 : 0;
            accepted += real.Accepted ? 1 : 0;
            if (expected != told)
            {
                differences.AppendLine().AppendLine($"{number}: {spec}").AppendLine(LineDifference.Between(expected, told));
            }
        }

        Assert.True(differences.Length == 0, differences.ToString());
        Assert.Equal(Specs.Length, refused + accepted);
        Assert.InRange(accepted, 5, Specs.Length - 10);
    }

    private static string Spec(string properties, string rule, string? message = null)
    {
        var rules = new JsonArray(new JsonObject { ["rule"] = rule, ["message"] = "m", ["messageExpression"] = message });
        if (message is null)
        {
            rules[0]!.AsObject().Remove("messageExpression");
        }

        return $"{{type: object, properties: {{{properties.Replace("RULES", $"x-kubernetes-validations: {rules.ToJsonString()}", StringComparison.Ordinal)}}}}}";
    }

    private static JsonObject Definition(string spec) => YamlReader.ReadAll("""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: costs.parity.dev}
        spec:
          group: parity.dev
          names: {kind: Cost, plural: costs}
          scope: Namespaced
          versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, properties: {spec: SPEC}}}}]
        """.Replace("SPEC", spec, StringComparison.Ordinal), "definition").Single().AsObject();

    /// <summary>What is refused, in one order: the API tells the fields of an object in any.</summary>
    private static string Told(Answer answer) => $"{answer.Code}\n" + string.Join('\n', (answer.Body["details"]?["causes"]?.AsArray() ?? [])
        .Select(cause => $"{cause!["field"]}: {cause["message"]}").Order(StringComparer.Ordinal));

    private static Answer Ask(EmbeddedApi api, string path, JsonNode body)
    {
        var request = new ApiRequest(HttpMethod.Post, path) { Body = Encoding.UTF8.GetBytes(body.ToJsonString()), ContentType = "application/json", Accept = "application/json" };
        var response = api.Handle(request, Administrator);
        using var reader = new StreamReader(response.Body);
        return new Answer(response.StatusCode, JsonNode.Parse(reader.ReadToEnd())!) { Warnings = [.. response.Warnings] };
    }
}
