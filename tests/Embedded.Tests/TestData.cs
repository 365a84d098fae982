using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Tests;

/// <summary>Case files beside the tests: one JSON array of cases per file, each with a name.</summary>
internal static class TestData
{
    public static JsonArray Cases(string file) => (JsonArray)JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "testdata", file)))!;

    /// <summary>Case names as theory rows.</summary>
    public static TheoryData<string> Names(string file) => new(Cases(file).Select(c => (string)c!["name"]!));

    public static JsonObject Case(string file, string name) => (JsonObject)Cases(file).Single(c => (string)c!["name"]! == name)!;

    /// <summary>Fails with both texts when the values differ.</summary>
    public static void AssertSame(JsonNode? expected, JsonNode? actual)
    {
        if (!JsonNode.DeepEquals(expected, actual))
        {
            Assert.Equal(Daytwo.Embedded.Schema.GoText.Json(expected), Daytwo.Embedded.Schema.GoText.Json(actual));
        }
    }
}
