using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Cel.Cases;
using Daytwo.Cel.Tests.Recorded;

namespace Daytwo.Cel.Tests.Language;

/// <summary>Macros, optionals, operators, literals, conversions and mistakes over one object, as the apiservers answered: value, error, compile error and cost.</summary>
public sealed class LanguageAnswerTests
{
    [Fact]
    public void Expressions_are_answered_as_by_the_apiserver() => Agree("Language/answers.jsonl", CelDialect.Kubernetes136);

    [Fact]
    public void Expressions_are_answered_as_by_the_next_apiserver() => Agree("Language/answers37.jsonl", CelDialect.Kubernetes137);

    private static void Agree(string file, CelDialect dialect) => RecordedCases.Agree(file, cells =>
    {
        var question = JsonSerializer.SerializeToUtf8Bytes(new { expr = cells[0], vars = new { @object = cells[1] } });
        var answer = JsonNode.Parse(ExpressionCases.Answer(question, dialect));

        // The answer recorded stands for ours when both mean the same, however numbers are written.
        return JsonNode.DeepEquals(answer, JsonNode.Parse(cells[2].GetRawText())) ? RecordedCases.Text(cells[2]) : answer!.ToJsonString();
    });
}
