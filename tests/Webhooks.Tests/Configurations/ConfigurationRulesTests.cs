using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Configurations;

namespace Daytwo.Webhooks.Tests.Configurations;

public sealed class ConfigurationRulesTests
{
    private static readonly DateTimeOffset Wall = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly WebhookTarget Target = WebhookTarget.OfService("daytwo-system", "daytwo-webhooks");

    [Fact]
    public void Bundle_has_every_live_and_lately_silent_replica_once_and_its_own()
    {
        var own = Report("own", "OWN", Wall);
        ReplicaReport[] reports = [Report("a", "A1", Wall), Report("silent", "S", Wall.AddMinutes(-5)), Report("dead", "D", Wall.AddMinutes(-6)), own with { Authorities = "stale" }];

        var entries = ConfigurationRules.Wanted(AdmissionPhase.Validate, Plan(), Target, reports, own, Wall);

        Assert.All(entries, entry => Assert.Equal(Pem("A1") + Pem("OWN") + Pem("S"), Encoding.ASCII.GetString(Convert.FromBase64String((string)entry!["clientConfig"]!["caBundle"]!))));
    }

    [Fact]
    public void Replicas_take_turns_by_name()
    {
        ReplicaReport[] reports = [Report("a", "A", Wall), Report("b", "B", Wall.AddHours(-1)), Report("c", "C", Wall)];
        Assert.Equal([TimeSpan.Zero, ConfigurationRules.Turn, ConfigurationRules.Turn * 2], new[] { "a", "c", "d" }.Select(own => ConfigurationRules.Patience(reports, own, Wall)));
    }

    [Fact]
    public void Configuration_without_entries_shows_that_none_is_wanted()
    {
        var none = ConfigurationRules.Wanted(AdmissionPhase.Mutate, Plan(), Target, [], Report("own", "OWN", Wall), Wall);
        Assert.Empty(none);
        Assert.True(ConfigurationRules.Shows(new JsonObject(), none));
    }

    [Fact]
    public void Rules_are_unwritten_while_their_phase_has_no_entries()
    {
        Assert.True(ConfigurationRules.IsUnwritten(AdmissionPhase.Validate, Plan(), new JsonObject()));
        Assert.False(ConfigurationRules.IsUnwritten(AdmissionPhase.Mutate, Plan(), new JsonObject()));
        Assert.False(ConfigurationRules.IsUnwritten(AdmissionPhase.Validate, Plan(), new JsonObject { ["webhooks"] = new JsonArray(new JsonObject()) }));
    }

    [Theory]
    [InlineData("timeoutSeconds", "9")]
    [InlineData("namespaceSelector", "{}")]
    [InlineData("failurePolicy", "\"Fail\"")]
    [InlineData("matchConditions", "[]")]
    public void Entry_that_someone_changed_is_not_as_wanted(string member, string json)
    {
        var wanted = ConfigurationRules.Wanted(AdmissionPhase.Validate, Plan(), Target, [], Report("own", "OWN", Wall), Wall);
        var live = new JsonObject { ["webhooks"] = wanted.DeepClone() };
        Assert.True(ConfigurationRules.Shows(live, wanted));

        live["webhooks"]![0]![member] = JsonNode.Parse(json);

        Assert.False(ConfigurationRules.Shows(live, wanted));
    }

    private static EntryPlan Plan() => EntryPlan.Of([new AdmissionRule
    {
        Metadata = new ObjectMeta { Name = "r" },
        Spec = new AdmissionRuleSpec
        {
            Outlet = RuleOutlet.Webhook,
            Match = new RuleMatch { ResourceRules = [new RuleResources { ApiGroups = [""], ApiVersions = ["v1"], Resources = ["services"], Operations = [AdmissionOperation.Any] }] },
            Validations = [new RuleValidation { Expression = "true" }],
        },
    }]);

    private static ReplicaReport Report(string name, string certificate, DateTimeOffset renewed) =>
        new(name, Pem(certificate), new Dictionary<string, string>(), renewed, TimeSpan.FromSeconds(40));

    private static string Pem(string content) => $"-----BEGIN CERTIFICATE-----\n{content}\n-----END CERTIFICATE-----\n";
}
