using System.Text.Json.Nodes;
using Daytwo.Embedded.OpenApi;
using Daytwo.Embedded.Patches;

namespace Daytwo.Embedded.Tests.Patches;

/// <summary>Patches of one Deployment as kube-apiserver v1.36.3 answered them; <c>after</c> tells what changed, as a merge patch.</summary>
public sealed class StrategicMergePatchTests
{
    private const string File = "patches/strategic.json";

    public static TheoryData<string> Cases => new(TestData.Cases(File).Skip(1).Select(c => (string)c!["name"]!));

    [Theory]
    [MemberData(nameof(Cases))]
    public void StrategicMergePatch_case_comes_out_as_on_the_real_server(string name)
    {
        var before = (JsonObject)TestData.Case(File, "before")["value"]!;
        var c = TestData.Case(File, name);
        var schema = BuiltInDefinitions.Instance.Schema("apps", "v1", "Deployment")!;

        var result = StrategicMergePatch.Apply(before, c["patch"], schema);

        Assert.Equal(((int?)c["code"], (string?)c["message"]), (result.Failure?.Code, result.Failure?.Message));
        if (c["after"] is { } after)
        {
            TestData.AssertSame(MergePatch.Apply(before, after), result.Value);
        }
    }


    [Fact]
    public void StrategicMergePatch_that_deletes_a_map_leaves_it_empty()
    {
        var before = (JsonObject)TestData.Case(File, "before")["value"]!;
        var patch = JsonNode.Parse("""{"metadata":{"annotations":{"$patch":"delete"}}}""");

        var result = StrategicMergePatch.Apply(before, patch, BuiltInDefinitions.Instance.Schema("apps", "v1", "Deployment")!);

        Assert.Empty(result.Value!["metadata"]!["annotations"]!.AsObject());
    }
}
