using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A call without arguments.</summary>
internal sealed class NullaryCallNode(CallTarget target) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var result = target.Run(ReadOnlySpan<CelValue>.Empty);
        target.Charge(run, [], result);
        return result;
    }
}

/// <summary>A call with one argument. An error as argument is the result; the call costs all the same.</summary>
internal sealed class UnaryCallNode(CallTarget target, Node argument) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = argument.Evaluate(run);
        var result = value.IsError && !target.TakesErrors ? value : target.Run(value);
        target.Charge(run, new ReadOnlySpan<CelValue>(in value), result);
        return result;
    }
}

/// <summary>A call with two arguments. Both are evaluated; the first error is the result, and the call costs all the same.</summary>
internal sealed class BinaryCallNode(CallTarget target, Node left, Node right) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var arguments = default(ValuePair);
        arguments[0] = left.Evaluate(run);
        arguments[1] = right.Evaluate(run);
        var result = arguments[0].IsError ? arguments[0] : arguments[1].IsError ? arguments[1] : target.Run(arguments[0], arguments[1]);
        target.Charge(run, arguments, result);
        return result;
    }
}

/// <summary>A call whose arguments are evaluated up to the first error, which is then its result and costs nothing.</summary>
internal sealed class AnyCallNode(CallTarget target, Node[] arguments) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var values = new CelValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Evaluate(run);
            if (values[i].IsError)
            {
                // The last argument was evaluated: the tracker then finds all of them.
                if (i == arguments.Length - 1)
                {
                    target.Charge(run, values, values[i]);
                }

                return values[i];
            }
        }

        var result = target.Run(values);
        target.Charge(run, values, result);
        return result;
    }
}
