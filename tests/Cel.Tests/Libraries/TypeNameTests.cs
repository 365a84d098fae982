using Daytwo.Cel.Admission;

namespace Daytwo.Cel.Tests.Libraries;

public sealed class TypeNameTests
{
    [Theory]
    [InlineData("type(duration('1s')) == duration", "program instantiation failed: reference to undefined type: duration")]
    [InlineData("[timestamp]", "program instantiation failed: reference to undefined type: timestamp")]
    public void Name_that_only_the_checker_knows_makes_no_program(string expression, string error) =>
        Assert.Equal(error, AdmissionEnvironment.Create().Compile(expression).Error);

    [Theory]
    [InlineData("[1].all(timestamp, timestamp == 1)")]
    [InlineData("type(timestamp('2020-01-02T03:04:05Z')) == google.protobuf.Timestamp")]
    public void Name_of_a_type_can_be_a_variable(string expression)
    {
        var environment = AdmissionEnvironment.Create();
        Assert.True(environment.Compile(expression).Program!.Evaluate(new CelActivation(environment)).Value.AsBool);
    }
}
