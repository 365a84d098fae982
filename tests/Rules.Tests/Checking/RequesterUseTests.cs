using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Rules.Checking;

namespace Daytwo.Rules.Tests.Checking;

public sealed class RequesterUseTests
{
    [Theory]
    [InlineData("request.userInfo.username == 'a'", "request.userInfo")]
    [InlineData("request . ?userInfo.hasValue()", "request.userInfo")]
    [InlineData("request['userInfo'].username == 'a'", "request.userInfo")]
    [InlineData("authorizer.requestResource.check('x').allowed()", "authorizer")]
    [InlineData("object.userInfo == 1", null)]
    [InlineData("object.metadata.name == 'authorizer' // request.userInfo", null)]
    public void Expression_that_asks_for_the_requester_is_found(string expression, string? asked)
    {
        var rule = new AdmissionRule { Spec = new AdmissionRuleSpec { Validations = [new RuleValidation { Expression = "true", Message = "m" }, new RuleValidation { Expression = expression, Message = "m" }] } };
        Assert.Equal(asked is null ? null : $"spec.validations[1].expression asks for {asked}", RequesterUse.Of(rule));
    }
}
