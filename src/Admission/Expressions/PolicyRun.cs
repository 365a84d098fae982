using Daytwo.Admission.Requests;
using Daytwo.Cel;
using Daytwo.Cel.Authorization;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Expressions;

/// <summary>
/// The expressions of one policy on one request. A variable is computed when it is first read, and remembered for a group of expressions (see <see cref="BeginGroup"/>);
/// whoever reads it first pays for it.
/// </summary>
internal sealed class PolicyRun : ILazyFields
{
    private readonly Composition _composition;
    private readonly CelActivation _activation;
    private readonly PolicyInput _input;
    private CelActivation? _messageActivation;
    private readonly CancellationToken _cancellation;
    private readonly CelValue[] _values;
    private readonly int[] _computedIn;
    private long _variableCost;
    private int _group = 1;

    public PolicyRun(Composition composition, PolicyInput input, CancellationToken cancellation)
    {
        _composition = composition;
        _input = input;
        _cancellation = cancellation;
        var count = composition.Variables.Length;
        _values = count == 0 ? [] : new CelValue[count];
        _computedIn = count == 0 ? [] : new int[count];
        _activation = Activation(composition.Environment);
        if (input.Authorizer is { } authorizer)
        {
            _activation.Set("authorizer", CelAuthorizer.Of(authorizer)).Set("authorizer.requestResource", CelAuthorizer.OfResource(authorizer, ResourceOf(input.Source)));
        }
    }

    /// <summary>What all expressions and variables cost so far.</summary>
    public long TotalCost { get; private set; }

    IReadOnlyList<string> ILazyFields.Names => _composition.Names;

    /// <summary>Begins another group of expressions with a budget of its own: variables are computed and paid for again.</summary>
    public void BeginGroup() => _group++;

    /// <summary>Evaluates an expression and takes its cost off a budget.</summary>
    public Evaluation Evaluate(CompiledExpression expression, ref long budget) => Evaluate(expression, _activation, ref budget);

    /// <summary>As <see cref="Evaluate(CompiledExpression, ref long)"/>, for a message expression.</summary>
    public Evaluation EvaluateMessage(CompiledExpression expression, ref long budget) =>
        Evaluate(expression, _messageActivation ??= Activation(_composition.MessageEnvironment), ref budget);

    private static CelAuthorizationCheck ResourceOf(AdmissionRequest request) => new()
    {
        Group = request.Resource.Group, Resource = request.Resource.Resource, Subresource = request.Subresource, Namespace = request.Namespace, Name = request.Name,
    };

    private CelActivation Activation(CelEnvironment environment)
    {
        var activation = new CelActivation(environment)
            .Set("object", _input.Object)
            .Set("oldObject", _input.OldObject)
            .Set("request", _input.Request)
            .Set("namespaceObject", _input.Namespace);
        if (environment.Declares(Composition.VariablesName))
        {
            activation.Set(Composition.VariablesName, CelValue.OfLazy(this));
        }

        return environment.Declares("params") ? activation.Set("params", _input.Params) : activation;
    }

    private Evaluation Evaluate(CompiledExpression expression, CelActivation activation, ref long budget)
    {
        if (expression.Program is null)
        {
            return Evaluation.Fail($"compilation error: {expression.Error}");
        }

        _variableCost = 0;
        var result = expression.Program.Evaluate(activation, CelProgram.DefaultCostLimit, _cancellation);
        TotalCost += _variableCost + result.Cost;
        if (_variableCost > budget || result.Cost > budget - _variableCost)
        {
            budget = -1;
            return Evaluation.OverBudget;
        }

        budget -= _variableCost + result.Cost;
        return result.Error is { } error ? Evaluation.Fail($"expression '{expression.Text}' resulted in error: {error}") : new(result.Value);
    }

    CelValue ILazyFields.Get(int index)
    {
        if (_computedIn[index] != _group)
        {
            _computedIn[index] = _group;
            _values[index] = Compute(index);
        }

        return _values[index];
    }

    private CelValue Compute(int index)
    {
        var variable = _composition.Variables[index];
        if (variable.Program is null)
        {
            return CelValue.OfError($"composited variable \"{_composition.Names[index]}\" fails to compile: {variable.Error}");
        }

        var result = variable.Program.Evaluate(_activation, CelProgram.DefaultCostLimit, _cancellation);
        _variableCost += result.Cost;
        return result.Error is { } error ? CelValue.OfError($"composited variable \"{_composition.Names[index]}\" fails to evaluate: {error}") : result.Value;
    }
}
