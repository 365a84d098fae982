using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>What a call runs: an overload the checker chose, or a function that chooses by its arguments.</summary>
internal sealed class CallTarget
{
    private readonly CelFunction _function;
    private readonly CelOverload? _overload;
    private readonly CallCost? _cost;
    private readonly ArgumentFault? _breakdown;
    private readonly SourcePosition _position;

    public CallTarget(CelFunction function, CelOverload? overload, SourcePosition position)
    {
        _function = function;
        _overload = overload;
        _position = position;
        _cost = overload?.Cost ?? function.Cost;
        _breakdown = overload?.CostBreakdown ?? function.Breakdown;
        TakesErrors = function.TakesErrors;
    }

    /// <summary>The implementation made for a literal argument.</summary>
    public AnyArity? Prepared { get; init; }

    /// <summary>Errors are arguments like others.</summary>
    public bool TakesErrors { get; }

    /// <summary>Whether arguments after an error are not evaluated, and the call then costs nothing.</summary>
    public bool StopsAtError(int arity) => arity > 2 || !HasDirect(arity);

    /// <summary>Adds what the call costs.</summary>
    public void Charge(EvaluationRun run, ReadOnlySpan<CelValue> arguments, CelValue result)
    {
        if (_breakdown?.Invoke(arguments) is { } reason)
        {
            run.BreakDown(reason);
            return;
        }

        run.Charge(_cost is null ? 1 : _cost(arguments, result));
    }

    public CelValue Run(CelValue argument)
    {
        if (_function.Unary is { } unary)
        {
            return Finish(CanDo(argument) ? unary(argument) : NoTrait(argument));
        }

        return _overload is { Unary: { } own } && Fits(_overload, argument) ? Finish(own(argument)) : Run([argument]);
    }

    public CelValue Run(CelValue first, CelValue second)
    {
        if (_function.Binary is { } binary)
        {
            return Finish(CanDo(first) ? binary(first, second) : NoTrait(first));
        }

        return _overload is { Binary: { } own } && Fits(_overload, first, second) ? Finish(own(first, second)) : Run([first, second]);
    }

    public CelValue Run(ReadOnlySpan<CelValue> arguments)
    {
        if (Prepared is not null)
        {
            return Finish(Prepared(arguments));
        }

        foreach (var candidate in _overload is null ? _function.Overloads : [_overload])
        {
            if (candidate.Arguments.Length != arguments.Length || !Fits(candidate, arguments))
            {
                continue;
            }

            switch (arguments.Length)
            {
                case 1 when candidate.Unary is { } unary:
                    return Finish(unary(arguments[0]));
                case 2 when candidate.Binary is { } binary:
                    return Finish(binary(arguments[0], arguments[1]));
                default:
                    if (candidate.Any is { } any)
                    {
                        return Finish(any(arguments));
                    }

                    break;
            }
        }

        return Finish(NoOverload(arguments));
    }

    private bool HasDirect(int arity) => arity == 1
        ? _function.Unary is not null || _overload is { Unary: not null } || OnlyOverload is { Unary: not null }
        : _function.Binary is not null || _overload is { Binary: not null } || OnlyOverload is { Binary: not null };

    private CelOverload? OnlyOverload => _function.Overloads.Count == 1 ? _function.Overloads[0] : null;

    private bool CanDo(CelValue value) => (ValueTypes.TraitsOf(value) & _function.Trait) == _function.Trait;

    private CelValue NoTrait(CelValue value) =>
        CelValue.OfError((ValueTypes.TraitsOf(value) & Traits.Receiver) != 0 ? "no such overload" : $"no such overload: {_function.Name}");

    private bool Fits(CelOverload overload, CelValue argument) =>
        _function.Unguarded || (argument.IsError ? _function.TakesErrors : ValueTypes.Accepts(overload.Arguments[0], argument));

    private bool Fits(CelOverload overload, CelValue first, CelValue second) =>
        _function.Unguarded || (ValueTypes.Accepts(overload.Arguments[0], first) && ValueTypes.Accepts(overload.Arguments[1], second));

    private bool Fits(CelOverload overload, ReadOnlySpan<CelValue> arguments)
    {
        for (var i = 0; i < arguments.Length && !_function.Unguarded; i++)
        {
            if (arguments[i].IsError ? !_function.TakesErrors : !ValueTypes.Accepts(overload.Arguments[i], arguments[i]))
            {
                return false;
            }
        }

        return true;
    }

    private CelValue NoOverload(ReadOnlySpan<CelValue> arguments)
    {
        var types = new List<string>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (argument.IsError)
            {
                return argument;
            }

            types.Add(ValueTypes.TypeOf(argument).Name);
        }

        return CelValue.OfError($"no such overload: {_function.Name}({string.Join(", ", types)})");
    }

    private CelValue Finish(CelValue value) => NodeErrors.At(value, _position);
}
