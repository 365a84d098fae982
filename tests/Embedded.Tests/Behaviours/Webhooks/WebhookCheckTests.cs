using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.Webhooks;

namespace Daytwo.Embedded.Tests.Behaviours.Webhooks;

/// <summary>What a configuration of webhooks is refused for; that the real API says the same is tested by replaying a script against both.</summary>
public sealed class WebhookCheckTests
{
    [Fact]
    public void Webhook_at_a_url_or_behind_a_service_is_accepted()
    {
        Assert.Empty(Errors());
        Assert.Empty(Errors("clientConfig", """{"service":{"name":"a","namespace":"b","port":443,"path":"/check/pods"}}"""));
    }

    [Theory]
    [InlineData("name", "\"w\"", "webhooks[0].name: Invalid value: \"w\": should be a domain with at least three segments separated by dots")]
    [InlineData("sideEffects", "null", "webhooks[0].sideEffects: Required value: must specify one of None, NoneOnDryRun")]
    [InlineData("sideEffects", "\"Some\"", "webhooks[0].sideEffects: Unsupported value: \"Some\": supported values: \"None\", \"NoneOnDryRun\"")]
    [InlineData("timeoutSeconds", "31", "webhooks[0].timeoutSeconds: Invalid value: 31: the timeout value must be between 1 and 30 seconds")]
    [InlineData("admissionReviewVersions", "[]", "webhooks[0].admissionReviewVersions: Required value: must specify one of v1, v1beta1")]
    [InlineData("admissionReviewVersions", "[\"v2\"]", "webhooks[0].admissionReviewVersions: Invalid value: [\"v2\"]: must include at least one of v1, v1beta1")]
    [InlineData("matchConditions", "[{\"name\":\"a\",\"expression\":\"1\"}]", "webhooks[0].matchConditions[0].expression: Invalid value: \"1\": must evaluate to bool but got int")]
    [InlineData("clientConfig", "{}", "webhooks[0].clientConfig: Required value: exactly one of url or service is required")]
    public void Webhook_is_refused_for_a_field(string field, string value, string problem) => Assert.Equal([problem], Errors(field, value));

    [Theory]
    [InlineData("http://a/", "\"http\": 'https' is the only allowed URL scheme; desired format: https://host[/path]")]
    [InlineData("https:///path", "\"\": host must be specified; desired format: https://host[/path]")]
    [InlineData("https://me:pw@a/", "\"me:pw\": user information is not permitted in the URL")]
    [InlineData("https://a/#top", "\"top\": fragments are not permitted in the URL")]
    [InlineData("https://a/?x=y", "\"x=y\": query parameters are not permitted in the URL")]
    public void Url_is_a_host_and_a_path(string url, string problem) => Assert.Equal(["webhooks[0].clientConfig.url: Invalid value: " + problem], Errors("clientConfig", $$"""{"url":"{{url}}"}"""));

    [Theory]
    [InlineData("xa/b", "must start with a '/'")]
    [InlineData("/a//b", "segment[1] may not be empty")]
    [InlineData("/a/")]
    [InlineData("/")]
    public void Path_of_a_service_has_no_empty_segments(string path, params string[] problems) => Assert.Equal(
        problems.Select(p => $"webhooks[0].clientConfig.service.path: Invalid value: \"{path}\": {p}"),
        Errors("clientConfig", $$$"""{"service":{"name":"a","namespace":"b","path":"{{{path}}}"}}"""));

    [Fact]
    public void Name_stands_once() => Assert.Equal(["webhooks[1].name: Duplicate value: \"w.example.com\""], Errors(Webhook(), Webhook()));

    private static IEnumerable<string> Errors(string field, string value)
    {
        var webhook = Webhook();
        webhook[field] = JsonNode.Parse(value);
        return Errors(webhook);
    }

    private static IEnumerable<string> Errors() => Errors(Webhook());

    private static IEnumerable<string> Errors(params JsonNode[] webhooks) => WebhookCheck.All(new JsonObject { ["webhooks"] = new JsonArray(webhooks) }).Select(e => e.ToString());

    private static JsonNode Webhook() => JsonNode.Parse("""
        {"name":"w.example.com","clientConfig":{"url":"https://127.0.0.1:1/x"},"sideEffects":"None","admissionReviewVersions":["v1"],
         "rules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["CREATE"],"resources":["configmaps"]}]}
        """)!;
}
