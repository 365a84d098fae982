using System.Text.Json.Nodes;
using Daytwo.Rules.Comparing;

namespace Daytwo.Rules.Tests.Comparing;

public sealed class ShownTests
{
    [Theory]
    [InlineData("""{"failurePolicy":"Fail"}""", """{"failurePolicy":"Fail"}""", true)]
    [InlineData("""{"failurePolicy":"Ignore"}""", """{"failurePolicy":"Fail"}""", false)]
    [InlineData("""{}""", """{"failurePolicy":"Fail"}""", false)]
    [InlineData("""{"failurePolicy":"Fail","ofALaterApi":{}}""", """{"failurePolicy":"Fail"}""", true)]
    [InlineData("""{"failurePolicy":"Fail","matchConditions":[{"name":"off","expression":"false"}]}""", """{"failurePolicy":"Fail"}""", false)]
    [InlineData("""{"objectSelector":{"matchLabels":{"x":"y"}}}""", """{"objectSelector":{}}""", false)]
    [InlineData("""{"objectSelector":{"matchLabels":{"x":"y","z":"y"}}}""", """{"objectSelector":{"matchLabels":{"x":"y"}}}""", false)]
    [InlineData("""{"validations":[{"expression":"true","reason":"Invalid"}]}""", """{"validations":[{"expression":"true"}]}""", false)]
    [InlineData("""{"validations":[{"expression":"true","ofALaterApi":1}]}""", """{"validations":[{"expression":"true"}]}""", true)]
    [InlineData("""{"validations":[1,2]}""", """{"validations":[1]}""", false)]
    [InlineData("""{"validations":[2,1]}""", """{"validations":[1,2]}""", false)]
    public void Spec_is_shown_when_nothing_that_matters_differs(string live, string rendered, bool shown) =>
        Assert.Equal(shown, Shown.By(Wrap("spec", live), Wrap("spec", rendered)));

    [Theory]
    [InlineData("""{"labels":{"a":"b","more":"x"},"uid":"1"}""", """{"labels":{"a":"b"}}""", true)]
    [InlineData("""{"labels":{"more":"x"}}""", """{"labels":{"a":"b"}}""", false)]
    [InlineData("""{"ownerReferences":[{"uid":"2"},{"uid":"1"}]}""", """{"ownerReferences":[{"uid":"1"}]}""", true)]
    [InlineData("""{"ownerReferences":[{"uid":"2"}]}""", """{"ownerReferences":[{"uid":"1"}]}""", false)]
    public void Labels_and_owners_are_shown_beside_those_of_others(string live, string rendered, bool shown) =>
        Assert.Equal(shown, Shown.By(Wrap("metadata", live), Wrap("metadata", rendered)));

    private static JsonObject Wrap(string name, string json)
    {
        var value = new JsonObject { ["metadata"] = new JsonObject(), ["spec"] = new JsonObject() };
        value[name] = JsonNode.Parse(json);
        return value;
    }
}
