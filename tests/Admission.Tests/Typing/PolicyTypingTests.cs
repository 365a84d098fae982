using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Typing;
using Daytwo.Cel.Types;

namespace Daytwo.Admission.Tests.Typing;

/// <summary>Policies against types, as the apiserver's own tests of its type checker have them.</summary>
public sealed class PolicyTypingTests
{
    private static readonly TypedKind WithNumber = Kind(("foo", CelType.Int));
    private static readonly TypedKind WithText = Kind(("foo", CelType.String));

    [Fact]
    public void Field_of_the_wrong_type_is_told() => Assert.Contains("found no matching overload", Text(WithNumber, "object.foo == 'bar'"), StringComparison.Ordinal);

    [Fact]
    public void Field_of_the_right_type_is_not() => Assert.Empty(Warnings(WithText, new() { Validations = [new() { Expression = "object.foo == 'bar'" }] }));

    [Fact]
    public void Message_expression_is_told_of_by_its_own_field()
    {
        var warning = Assert.Single(Warnings(WithText, new() { Validations = [new() { Expression = "true" }, new() { Expression = "object.foo == 'bar'", MessageExpression = "object.foo + 1" }] }));

        Assert.Equal("spec.validations[1].messageExpression", warning.FieldRef);
    }

    [Fact]
    public void Parameters_of_an_unknown_kind_may_be_anything() => Assert.Empty(
        Warnings(WithText, new() { ParamKind = new() { ApiVersion = "v1", Kind = "Any" }, Validations = [new() { Expression = "object.foo == params.bar" }] }));

    [Fact]
    public void Parameters_of_a_policy_without_any_are_told() =>
        Assert.Contains("undeclared reference to 'params'", Text(WithText, "params.bar == 1"), StringComparison.Ordinal);

    [Fact]
    public void Authorizer_is_known_but_not_the_check_of_the_requested_resource()
    {
        Assert.Empty(Warnings(WithText, new() { Validations = [new() { Expression = "authorizer.group('').resource('endpoints').check('create').allowed()" }] }));
        Assert.Contains("applied to 'kubernetes.authorization.Authorizer", Text(WithText, "authorizer.allowed()"), StringComparison.Ordinal);
        Assert.Contains("unexpected failed resolution of 'kubernetes.authorization.Authorizer'", Text(WithText, "authorizer.requestResource.check('get').allowed()"), StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_has_the_type_of_its_expression() => Assert.Contains(
        "found no matching overload for '_==_' applied to '(string, int)'", Text(WithNumber, "variables.name == object.foo", new Variable { Name = "name", Expression = "'some'" }), StringComparison.Ordinal);

    [Fact]
    public void Variable_that_does_not_fit_is_not_told_and_may_be_anything() => Assert.Empty(
        Warnings(WithNumber, new() { Variables = [new() { Name = "name", Expression = "object.foo == 'str'" }], Validations = [new() { Expression = "variables.name == object.foo" }] }));

    private static string Text(TypedKind kind, string expression, params IReadOnlyList<Variable> variables) =>
        Assert.Single(Warnings(kind, new() { Variables = variables, Validations = [new() { Expression = expression }] })).Warning;

    private static IReadOnlyList<ExpressionWarning> Warnings(TypedKind kind, ValidatingAdmissionPolicySpec spec) => PolicyTyping.Warnings(spec, [kind], null);

    private static TypedKind Kind(params (string Name, CelType Type)[] fields) =>
        new(new GroupVersionKind("apps", "v1", "Deployment"), CelType.Struct("Deployment0"), [new("Deployment0", fields.ToDictionary(f => f.Name, f => f.Type))]);
}
