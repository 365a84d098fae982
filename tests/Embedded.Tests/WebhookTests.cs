using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Admission.Webhooks;

namespace Daytwo.Embedded.Tests;

/// <summary>How the embedded API asks webhooks; that its words are the real one's is tested by replaying a script against both.</summary>
public sealed class WebhookTests
{
    private const string ConfigMaps = "/api/v1/namespaces/default/configmaps";

    [Fact]
    public void Webhook_may_use_the_api_while_it_is_asked()
    {
        var webhook = new FakeWebhook();
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        Register(client, "mutatingwebhookconfigurations");
        webhook.Answer = review =>
        {
            var seen = client.Get("/api/v1/namespaces/default").ToJsonString();
            return Patched(review, $$$"""[{"op":"add","path":"/data","value":{"seen":"{{{seen.Contains("default", StringComparison.Ordinal)}}}"}}]""");
        };

        var created = client.Send("POST", ConfigMaps, """{"metadata":{"name":"a"}}""");

        Assert.Equal(201, created.Code);
        Assert.Equal("True", (string?)created.Body["data"]!["seen"]);
        Assert.Single(webhook.Reviews);
    }

    [Fact]
    public void Object_that_validating_webhooks_see_is_the_one_that_is_stored()
    {
        var webhook = new FakeWebhook { Answer = review => Allowed(review) };
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        Register(client, "validatingwebhookconfigurations");

        var stored = client.Post(ConfigMaps, """{"metadata":{"generateName":"a-"}}""");

        var seen = Assert.Single(webhook.Reviews)["request"]!["object"]!["metadata"]!;
        Assert.Equal((string?)stored["metadata"]!["uid"], (string?)seen["uid"]);
        Assert.Equal((string?)stored["metadata"]!["name"], (string?)seen["name"]);
    }

    [Fact]
    public void Webhook_is_asked_again_when_the_object_changed_meanwhile()
    {
        var webhook = new FakeWebhook { Answer = review => Allowed(review) };
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        client.Post(ConfigMaps, """{"metadata":{"name":"a"},"data":{"n":"1"}}""");
        Register(client, "validatingwebhookconfigurations");
        var others = 2;
        webhook.Answer = review =>
        {
            if (others-- == 2)
            {
                client.MergePatch(ConfigMaps + "/a", """{"data":{"n":"2"}}""");
            }

            return Allowed(review);
        };

        var changed = client.MergePatch(ConfigMaps + "/a", """{"data":{"m":"3"}}""");

        Assert.Equal("2", (string?)changed["data"]!["n"]);
        Assert.Equal("3", (string?)changed["data"]!["m"]);
        Assert.Equal(3, webhook.Reviews.Count);
        Assert.Equal("2", (string?)webhook.Reviews[^1]["request"]!["oldObject"]!["data"]!["n"]);
    }

    [Fact]
    public void Service_is_reached_at_its_first_ready_endpoint()
    {
        var webhook = new FakeWebhook { Answer = review => Allowed(review) };
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        client.Post("/api/v1/namespaces/default/services", """{"metadata":{"name":"hooks"},"spec":{"ports":[{"port":443}]}}""");
        client.Post("/apis/discovery.k8s.io/v1/namespaces/default/endpointslices", """
            {"metadata":{"name":"hooks-1","labels":{"kubernetes.io/service-name":"hooks"}},"addressType":"IPv4","ports":[{"port":9443}],
             "endpoints":[{"addresses":["10.0.0.1"],"conditions":{"ready":false}},{"addresses":["10.0.0.2"],"conditions":{"ready":true}}]}
            """);
        Register(client, "validatingwebhookconfigurations", """{"service":{"namespace":"default","name":"hooks","path":"/check"}}""");

        Assert.Equal(201, client.Send("POST", ConfigMaps, """{"metadata":{"name":"a"}}""").Code);

        var call = Assert.Single(webhook.Calls);
        Assert.Equal("https://hooks.default.svc/check?timeout=10s", call.Url.ToString());
        Assert.Equal(("10.0.0.2", 9443), call.Address);
    }

    [Fact]
    public void Validating_webhooks_are_asked_side_by_side_and_all_are_heard()
    {
        var webhook = new FakeWebhook();
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        Register(client, "validatingwebhookconfigurations", name: "a");
        Register(client, "validatingwebhookconfigurations", name: "b");
        webhook.Answer = review => Answered(review, new JsonObject { ["allowed"] = false, ["status"] = new JsonObject { ["message"] = "no" }, ["warnings"] = new JsonArray($"call {webhook.Reviews.Count}") });

        using var response = client.Raw("POST", ConfigMaps, """{"metadata":{"name":"x"}}""").Body;

        Assert.Equal([2], webhook.Together);
        Assert.Contains("a.example.com\\\" denied the request: no", new StreamReader(response).ReadToEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_of_all_webhooks_come_in_their_order()
    {
        var webhook = new FakeWebhook();
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        Register(client, "validatingwebhookconfigurations", name: "a");
        Register(client, "validatingwebhookconfigurations", name: "b");
        webhook.Answer = review => Answered(review, new JsonObject { ["allowed"] = webhook.Reviews.Count == 2, ["warnings"] = new JsonArray($"call {webhook.Reviews.Count}") });

        var response = client.Raw("POST", ConfigMaps, """{"metadata":{"name":"x"}}""");

        Assert.Equal(400, response.StatusCode);
        Assert.Equal(["call 1", "call 2"], response.Warnings);
    }

    [Fact]
    public void Webhook_that_cannot_be_asked_refuses_before_one_that_denies()
    {
        var webhook = new FakeWebhook { Answer = review => Answered(review, new JsonObject { ["allowed"] = false }) };
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        Register(client, "validatingwebhookconfigurations", name: "a");
        Register(client, "validatingwebhookconfigurations", """{"service":{"namespace":"default","name":"gone","path":"/check"}}""", name: "b");

        var refused = client.Send("POST", ConfigMaps, """{"metadata":{"name":"x"}}""");

        Assert.Equal(500, refused.Code);
        Assert.Contains("service \"gone\" not found", (string?)refused.Body["message"], StringComparison.Ordinal);
        Assert.Single(webhook.Calls);
    }

    [Fact]
    public void No_webhook_is_asked_when_it_cannot_be_told_whether_another_is()
    {
        var webhook = new FakeWebhook();
        using var api = new EmbeddedApi(new EmbeddedApiOptions { Webhooks = webhook });
        var client = new ApiClient(api);
        Register(client, "validatingwebhookconfigurations", name: "a");
        Register(client, "validatingwebhookconfigurations", name: "b", more: ""","matchConditions":[{"name":"c","expression":"object.none == 1"}]""");

        Assert.Equal(403, client.Send("POST", ConfigMaps, """{"metadata":{"name":"x"}}""").Code);

        Assert.Empty(webhook.Calls);
    }

    private static void Register(ApiClient client, string plural, string at = """{"url":"https://127.0.0.1:1/"}""", string name = "w", string more = "") => client.Post("/apis/admissionregistration.k8s.io/v1/" + plural, $$$"""
        {"metadata":{"name":"{{{name}}}"},"webhooks":[{"name":"{{{name}}}.example.com","clientConfig":{{{at}}},"sideEffects":"None","admissionReviewVersions":["v1"],
         "rules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["*"],"resources":["configmaps"]}]{{{more}}}}]}
        """);

    private static string Allowed(JsonNode review) => $$$"""{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","response":{"uid":"{{{review["request"]!["uid"]}}}","allowed":true}}""";

    private static string Answered(JsonNode review, JsonObject response)
    {
        response["uid"] = (string)review["request"]!["uid"]!;
        return new JsonObject { ["apiVersion"] = "admission.k8s.io/v1", ["kind"] = "AdmissionReview", ["response"] = response }.ToJsonString();
    }

    private static string Patched(JsonNode review, string patch)
    {
        var answer = JsonNode.Parse(Allowed(review))!;
        answer["response"]!["patchType"] = "JSONPatch";
        answer["response"]!["patch"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(patch));
        return answer.ToJsonString();
    }

    private sealed class FakeWebhook : IWebhookCaller
    {
        public Func<JsonNode, string> Answer { get; set; } = Allowed;

        public List<WebhookCall> Calls { get; } = [];

        public List<JsonNode> Reviews { get; } = [];

        /// <summary>How many calls came at a time.</summary>
        public List<int> Together { get; } = [];

        public IReadOnlyList<WebhookAnswer> SendAll(IReadOnlyList<WebhookCall> calls)
        {
            Together.Add(calls.Count);
            return [.. calls.Select(Send)];
        }

        public WebhookAnswer Send(WebhookCall call)
        {
            Calls.Add(call);
            Reviews.Add(JsonNode.Parse(call.Body)!);
            return WebhookAnswer.Read(Encoding.UTF8.GetBytes(Answer(Reviews[^1])), call.Uid, call.Mutating);
        }
    }
}
