using Daytwo.Bench.Compare;
using Daytwo.Bench.Measuring;

return args switch
{
    ["measure", var report, var program, .. var arguments] => MeasuredProgram.Wrap(report, program, arguments),
    _ => await Comparisons.Run(args, CancellationToken.None),
};
