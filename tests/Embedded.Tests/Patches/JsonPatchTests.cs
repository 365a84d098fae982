using Daytwo.Kubernetes.Patches;

namespace Daytwo.Embedded.Tests.Patches;

public sealed class JsonPatchTests
{
    private const string File = "patches/json-patch.json";

    public static TheoryData<string> Cases => TestData.Names(File);

    [Theory]
    [MemberData(nameof(Cases))]
    public void JsonPatch_case_comes_out_as_written(string name)
    {
        var c = TestData.Case(File, name);
        var before = c["before"]!.DeepClone();

        var result = JsonPatch.Apply(before, c["patch"]);

        Assert.Equal((int?)c["code"], result.Failure?.Code);
        TestData.AssertSame(c["after"], result.Value);
        TestData.AssertSame(c["before"], before);
    }

    [Fact]
    public void JsonPatch_with_too_many_operations_is_refused_as_too_large()
    {
        var patch = new System.Text.Json.Nodes.JsonArray([.. Enumerable.Range(0, 10_001).Select(_ => new System.Text.Json.Nodes.JsonObject())]);

        Assert.Equal(413, JsonPatch.Apply(null, patch).Failure?.Code);
    }
}
