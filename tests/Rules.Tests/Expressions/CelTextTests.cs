using Daytwo.Rules.Expressions;

namespace Daytwo.Rules.Tests.Expressions;

public sealed class CelTextTests
{
    [Theory]
    [InlineData("variables.a == 1", true)]
    [InlineData("has(variables.a)", true)]
    [InlineData("[variables.a]", true)]
    [InlineData("object.variables == 1", false)]
    [InlineData("object.?variables.orValue(1) == 1", false)]
    [InlineData("object . variables == 1", false)]
    [InlineData("'variables.a' == object.a", false)]
    [InlineData("\"variables\" == object.a", false)]
    [InlineData("'it\\'s variables' == object.a", false)]
    [InlineData("'''variables 'a' ''' == object.a", false)]
    [InlineData("true // variables.a", false)]
    [InlineData("true // x\n&& variables.a", true)]
    [InlineData("myvariables.a", false)]
    public void Identifier_is_told_from_fields_strings_and_comments(string expression, bool mentioned) =>
        Assert.Equal(mentioned, CelText.Mentions(expression, "variables"));

    [Theory]
    [InlineData("a ? [] : [b]", true)]
    [InlineData("list.filter(x, x > 1)", true)]
    [InlineData("object.?a.orValue(1)", false)]
    [InlineData("object.a[?'b'].hasValue()", false)]
    [InlineData("'is it?' + a", false)]
    public void Condition_is_told_from_optional_access(string expression, bool conditional) => Assert.Equal(conditional, CelText.IsConditional(expression));
}
