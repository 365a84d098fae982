using System.Text;
using Daytwo.Cel.Admission;
using Daytwo.Cel.Json;

namespace Daytwo.Cel.Tests;

public sealed class EvaluationTests
{
    private static CelResult Run(string expression, string json, long limit = CelProgram.DefaultCostLimit)
    {
        var environment = AdmissionEnvironment.Create();
        var compilation = environment.Compile(expression);
        Assert.Null(compilation.Error);
        return compilation.Program!.Evaluate(new CelActivation(environment).Set("object", JsonInput.Read(Encoding.UTF8.GetBytes(json))), limit);
    }

    [Theory]
    [InlineData("object.a.b + 1 == 2", """{"a":{"b":1}}""", 5)]
    [InlineData("has(object.a.b) && !has(object.c)", """{"a":{"b":1}}""", 4)]
    [InlineData("object.l.all(x, x > 0)", """{"l":[1,2]}""", 13)]
    [InlineData("object.l.exists(x, x == 2)", """{"l":[1,2]}""", 15)]
    public void Expression_over_json_is_true_at_the_cost_of_the_apiserver(string expression, string json, long cost)
    {
        var result = Run(expression, json);
        Assert.Equal((true, cost), (result.Value.AsBool, result.Cost));
    }

    [Fact]
    public void Missing_key_is_an_error_with_its_place()
    {
        var error = Run("object.a\n  .missing", """{"a":{}}""").Value.AsError;
        Assert.Equal(("no such key: missing", 2, 2), (error.Message, error.Position!.Value.Line, error.Position.Value.Column));
    }

    [Fact]
    public void Run_over_budget_ends_at_the_cost_that_passed_the_limit()
    {
        var result = Run("object.l.all(x, object.l.all(y, true))", """{"l":[1,2,3,4,5]}""", limit: 20);
        Assert.Equal((CelOutcome.OverBudget, 21), (result.Outcome, result.Cost));
    }

    [Fact]
    public void Last_of_two_members_with_one_name_counts() => Assert.Equal(2, Run("object.a", """{"a":1,"a":2}""").Value.AsInt);

    [Fact]
    public void Activation_of_another_environment_is_refused()
    {
        var program = AdmissionEnvironment.Create().Compile("1").Program!;
        Assert.Throws<ArgumentException>(() => program.Evaluate(new CelActivation(AdmissionEnvironment.Create())));
    }
}
