using System.Globalization;
using Daytwo.Admission.Expressions;
using Daytwo.Admission.Policies;
using Daytwo.Cel;
using Daytwo.Cel.Admission;
using Daytwo.Cel.Authorization;
using Daytwo.Cel.Types;

namespace Daytwo.Admission.Typing;

/// <summary>
/// Checks the expressions of a policy against the types of the kinds it names, as the controller-manager does for the policy's status. It changes nothing of what the policy decides:
/// to that, objects have no types.
/// </summary>
public static class PolicyTyping
{
    /// <summary>What is wrong with validations and their message expressions. Variables are not told of: where one does not fit, whoever reads it sees a dyn.</summary>
    /// <param name="kinds">Those of <see cref="MatchedKinds"/>.</param>
    /// <param name="parameters">The kind of the parameters; null when its schema is not known.</param>
    public static IReadOnlyList<ExpressionWarning> Warnings(ValidatingAdmissionPolicySpec spec, IReadOnlyList<TypedKind> kinds, TypedKind? parameters)
    {
        var environments = kinds.Select(kind => (kind.Kind, Environment: EnvironmentOf(spec, kind, parameters))).ToList();
        var warnings = new List<ExpressionWarning>();
        for (var i = 0; i < spec.Validations.Count; i++)
        {
            Check("expression", i, spec.Validations[i].Expression);
            Check("messageExpression", i, spec.Validations[i].MessageExpression);
        }

        return warnings;

        void Check(string field, int index, string expression)
        {
            var issues = expression.Length == 0 ? [] : environments
                .Select(e => (e.Kind, e.Environment.Typing(expression).Error)).Where(e => e.Error is not null)
                .Select(e => $"{e.Kind}: {e.Error}\n").ToList();
            if (issues.Count > 0)
            {
                warnings.Add(new(string.Create(CultureInfo.InvariantCulture, $"spec.validations[{index}].{field}"), string.Join('\n', issues)));
            }
        }
    }

    private static CelEnvironment EnvironmentOf(ValidatingAdmissionPolicySpec spec, TypedKind kind, TypedKind? parameters)
    {
        var type = kind.Type ?? CelType.Dyn;
        var environment = AdmissionEnvironment.Create(withParams: false)
            .With([.. kind.Objects, .. parameters?.Objects ?? []])
            .With(new CelVariable("object", type), new("oldObject", type), new("authorizer", CelAuthorizer.AuthorizerType), Composition.Variable);
        if (spec.ParamKind is not null)
        {
            environment = environment.With(new CelVariable("params", parameters?.Type ?? CelType.Dyn));
        }

        var types = new Dictionary<string, CelType>();
        environment = Composition.Declare(environment, types);
        foreach (var variable in spec.Variables)
        {
            types[variable.Name] = Composition.Declared(environment.Typing(variable.Expression).Type);
            environment = Composition.Declare(environment, types);
        }

        return environment;
    }
}
