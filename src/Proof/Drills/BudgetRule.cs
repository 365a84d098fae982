using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Drills;

/// <summary>A rule whose cost grows with the square of a list, and objects within and beyond its budget.</summary>
internal static class BudgetRule
{
    private const string Message = "a name is there twice";
    private const int Few = 5;

    // Comparing costs a tenth of the length, so the budget of an expression, a million, is used up before the last two names are looked at.
    private const int Many = 200;
    private const int Length = 1000;

    private static readonly ResourceType ConfigMaps = new("", "v1", "configmaps", "ConfigMap", Namespaced: true);

    /// <param name="failurePolicy">What becomes of requests that cannot be judged.</param>
    public static AdmissionRule Rule(FailurePolicy failurePolicy) => new()
    {
        Metadata = new ObjectMeta { Name = "unique-names" },
        Spec = new AdmissionRuleSpec
        {
            Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["configmaps"], Operations = [AdmissionOperation.Create] }] },
            Variables = [new RuleVariable { Name = "names", Expression = "object.data.names.split(',')" }],
            Validations = [new RuleValidation { Expression = "variables.names.all(a, variables.names.exists_one(b, a == b))", Message = Message }],
            FailurePolicy = failurePolicy,
        },
    };

    public static DrillRequests Within(string ns) => Requests(ns, Few);

    public static DrillRequests Beyond(string ns) => Requests(ns, Many);

    private static DrillRequests Requests(string ns, int names) =>
        new(new DrillRequest(Item(ns, names, twice: false), null), new DrillRequest(Item(ns, names, twice: true), Message));

    private static CorpusItem Item(string ns, int names, bool twice)
    {
        var list = Enumerable.Range(0, names).Select(number => $"{(twice && number == names - 1 ? number - 1 : number)}".PadRight(Length, '-'));
        var json = new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "ConfigMap",
            ["metadata"] = new JsonObject { ["name"] = "names" },
            ["data"] = new JsonObject { ["names"] = string.Join(',', list) },
        };
        return new CorpusItem($"{names} long names", AdmissionOperation.Create, ConfigMaps, ns, "names", json);
    }
}
