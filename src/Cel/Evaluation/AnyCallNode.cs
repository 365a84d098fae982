using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

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
