using System.Text.Json.Nodes;
using Daytwo.Embedded.Behaviours.AdmissionParts;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Tests.Behaviours.AdmissionParts;

public sealed class ResourceRuleCheckTests
{
    [Theory]
    [InlineData("""["pods","pods/log","deployments/*","*/status"]""")]
    [InlineData("""["*","pods/log"]""")]
    [InlineData("""["*/*"]""")]
    public void Resources_that_do_not_overlap_are_accepted(string resources) => Assert.Empty(Errors(resources));

    [Theory]
    [InlineData("[]", "rule.resources: Required value")]
    [InlineData("""["*","pods"]""", "rule.resources: Invalid value: [\"*\",\"pods\"]: if '*' is present, must not specify other resources without subresources")]
    [InlineData("""["*/*","pods"]""", "rule.resources: Invalid value: [\"*/*\",\"pods\"]: if '*/*' is present, must not specify other resources")]
    [InlineData("""["pods/*","pods/log"]""", "rule.resources[1]: Invalid value: \"pods/log\": if 'pods/*' is present, must not specify pods/log")]
    [InlineData("""["*/log","pods/log"]""", "rule.resources[1]: Invalid value: \"pods/log\": if '*/log' is present, must not specify pods/log")]
    public void Resources_that_overlap_are_refused(string resources, string problem) => Assert.Equal([problem], Errors(resources));

    private static IEnumerable<string> Errors(string resources)
    {
        var rule = JsonNode.Parse($$"""{"apiGroups":[""],"apiVersions":["v1"],"operations":["*"],"resources":{{resources}}}""")!.AsObject();
        return ResourceRuleCheck.Check(rule, new FieldPath("rule")).Select(e => e.ToString());
    }
}
