using System.Text;
using System.Text.Json;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Validating;
using Daytwo.Cel.Json;

namespace Daytwo.Admission.Tests;

public sealed class ReviewTests
{
    private const string Review = """
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"u-1","kind":{"group":"","version":"v1","kind":"Pod"},
        "resource":{"group":"","version":"v1","resource":"pods"},"requestKind":{"group":"","version":"v1","kind":"Pod"},
        "name":"a","namespace":"b","operation":"UPDATE","userInfo":{"username":"jane","groups":["devs"]},"object":{"metadata":{"name":"a"},"n":1},"oldObject":{"n":2},"dryRun":true,"options":null}}
        """;

    [Fact]
    public void Review_is_read_and_evaluated()
    {
        var request = ReviewReader.Read(Encoding.UTF8.GetBytes(Review), out var uid);
        var policy = ValidatingPolicy.Compile(
            JsonSerializer.Deserialize(
                """
                {"metadata":{"name":"p"},"spec":{"matchConstraints":{"resourceRules":[{"apiGroups":[""],"apiVersions":["v1"],"operations":["UPDATE"],"resources":["pods"]}]},
                 "validations":[{"expression":"request.dryRun && request.userInfo.groups == ['devs'] && oldObject.n > 2","messageExpression":"string(object.n) + request.operation"}]}}
                """,
                PolicyJson.Default.ValidatingAdmissionPolicy)!,
            new ValidatingAdmissionPolicyBinding { Spec = new() { PolicyName = "p", ValidationActions = [ValidationAction.Deny] } });

        var verdict = new ValidatingPolicies([policy]).Evaluate(request, new CaseCluster(new([])) { Namespaces = ["b"] }, TestContext.Current.CancellationToken);

        Assert.Equal("u-1", uid);
        Assert.Equal("1UPDATE", verdict.Denial?.Message);
    }

    [Theory]
    [InlineData("{}", "request")]
    [InlineData("""{"request":{}}""", "request.uid")]
    [InlineData("""{"request":{"uid":"a","kind":{"version":"v1"}}}""", "request.kind.kind")]
    [InlineData("""{"request":{"uid":"a","kind":{"version":"v1","kind":"Pod"},"resource":{"version":"v1","resource":"pods"},"operation":"PATCH"}}""", "request.operation 'PATCH'")]
    public void Review_that_is_none_is_refused_by_member(string text, string says)
    {
        var failure = Assert.Throws<FormatException>(() => ReviewReader.Read(Encoding.UTF8.GetBytes(text), out _));

        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Review_that_is_no_json_is_refused() => Assert.Throws<JsonInputException>(() => ReviewReader.Read("{"u8.ToArray(), out _));
}
