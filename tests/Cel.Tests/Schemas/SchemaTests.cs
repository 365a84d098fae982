using System.Text;
using Daytwo.Cel.Json;
using Daytwo.Cel.Schemas;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Tests.Schemas;

public sealed class SchemaTests
{
    private static readonly CelSchema Text = new() { Type = "string" };

    private static readonly CelSchema Number = new() { Type = "integer" };

    private static readonly CelSchema Whole = new()
    {
        Type = "object",
        Properties = new Dictionary<string, CelSchema>
        {
            ["name"] = Text,
            ["count"] = Number,
            ["share"] = new() { Type = "number" },
            ["port"] = new() { IntOrString = true },
            ["for-all"] = Text,
            ["a.b/c"] = Text,
            ["a__b"] = Text,
            ["namespace"] = Text,
            ["1st"] = Text,
            ["wait"] = new() { Type = "string", Format = "duration" },
            ["since"] = new() { Type = "string", Format = "date-time" },
            ["day"] = new() { Type = "string", Format = "date" },
            ["data"] = new() { Type = "string", Format = "byte" },
            ["maybe"] = new() { Type = "string", Nullable = true },
            ["set"] = new() { Type = "array", Items = Number, ListType = CelListType.Set },
            ["list"] = new() { Type = "array", Items = Number },
            ["byName"] = new()
            {
                Type = "array",
                ListType = CelListType.Map,
                ListKeys = ["name"],
                Items = new() { Type = "object", Properties = new Dictionary<string, CelSchema> { ["name"] = Text, ["port"] = Number } },
            },
            ["labels"] = new() { Type = "object", Values = Text },
        },
    };

    [Theory]
    [InlineData("self.count + 1 == 3", """{"count":2}""", "true")]
    [InlineData("self.share / 2.0 == 1.0", """{"share":2}""", "true")]
    [InlineData("self.port == 80 || self.port == 'http'", """{"port":"http"}""", "true")]
    [InlineData("self.for__dash__all + self.a__dot__b__slash__c + self.a__underscores__b", """{"for-all":"1","a.b/c":"2","a__b":"3"}""", "123")]
    [InlineData("self.__namespace__ + self.namespace", """{"namespace":"x"}""", "xx")]
    [InlineData("self.wait > duration('59s')", """{"wait":"1m"}""", "true")]
    [InlineData("self.since.getFullYear() == 2024", """{"since":"2024-02-29T00:00:00Z"}""", "true")]
    [InlineData("self.day.getDate() == 29", """{"day":"2024-02-29"}""", "true")]
    [InlineData("size(self.data)", """{"data":"AAEC"}""", "3")]
    [InlineData("has(self.maybe)", """{"maybe":null}""", "false")]
    [InlineData("has(self.name)", """{}""", "false")]
    [InlineData("self.labels.all(k, k.startsWith('a') && self.labels[k] == 'x')", """{"labels":{"a":"x","ab":"x"}}""", "true")]
    [InlineData("self.set == [3, 1, 2]", """{"set":[1,2,3]}""", "true")]
    [InlineData("self.list == [3, 1, 2]", """{"list":[1,2,3]}""", "false")]
    [InlineData("size(self.set + [3, 4])", """{"set":[1,2,3]}""", "4")]
    [InlineData("size(self.list + [3, 4])", """{"list":[1,2,3]}""", "5")]
    [InlineData("(self.byName + self.byName).map(p, p.port) == [1, 2]", """{"byName":[{"name":"a","port":1},{"name":"b","port":2}]}""", "true")]
    public void Values_are_of_their_declared_types(string expression, string self, string answer) => Assert.Equal(answer, Evaluate(expression, self).Value.ToString());

    [Theory]
    [InlineData("{\"byName\":[{\"name\":\"a\",\"port\":1},{\"name\":\"b\",\"port\":2}]}", "{\"byName\":[{\"name\":\"b\",\"port\":2},{\"name\":\"a\",\"port\":1}]}", "true")]
    [InlineData("{\"byName\":[{\"name\":\"a\",\"port\":1}]}", "{\"byName\":[{\"name\":\"a\",\"port\":2}]}", "false")]
    public void Lists_of_type_map_are_equal_in_any_order(string self, string old, string answer)
        => Assert.Equal(answer, Evaluate("self.byName == oldSelf.byName", self, old).Value.ToString());

    [Theory]
    [InlineData("self.nothing == 1", "undefined field 'nothing'")]
    [InlineData("self.count == 'a'", "found no matching overload for '_==_'")]
    [InlineData("self.1st == 'a'", "Syntax error")]
    public void Expressions_are_checked_against_the_schema(string expression, string message)
        => Assert.Contains(message, Environment().Compile(expression).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("self.count == 1", """{"count":"a"}""")]
    [InlineData("self.name == 'a'", """{"name":[]}""")]
    [InlineData("self.wait == duration('1s')", """{"wait":"soon"}""")]
    [InlineData("self.list[0] == 1", """{"list":[null]}""")]
    public void What_does_not_fit_its_schema_is_an_error(string expression, string self) => Assert.Equal(CelOutcome.Error, Evaluate(expression, self).Outcome);

    [Fact]
    public void Resources_have_apiVersion_kind_and_two_names()
    {
        var schema = new CelSchema { Type = "object", IsResource = true, Properties = new Dictionary<string, CelSchema> { ["spec"] = new() { Type = "object" } } };
        var types = SchemaTypes.Of(schema);

        Assert.Equal(["apiVersion", "kind", "metadata", "spec"], types.Objects.Single(o => o.Name == "self").Fields.Keys.Order());
        Assert.Equal(["generateName", "name"], types.Objects.Single(o => o.Name == "self.metadata").Fields.Keys.Order());
    }

    private static CelEnvironment Environment()
    {
        var types = SchemaTypes.Of(Whole);
        return CelEnvironment.Create().With(types.Objects).With(new CelVariable("self", types.Type!), new CelVariable("oldSelf", types.Type!));
    }

    private static CelResult Evaluate(string expression, string self, string old = "{}")
    {
        var environment = Environment();
        var compilation = environment.Compile(expression);
        Assert.True(compilation.Program is not null, compilation.Error);
        return compilation.Program.Evaluate(new CelActivation(environment).Set("self", Of(self)).Set("oldSelf", Of(old)));
    }

    private static CelValue Of(string json) => SchemaValue.Of(JsonInput.Read(Encoding.UTF8.GetBytes(json)), Whole);
}
