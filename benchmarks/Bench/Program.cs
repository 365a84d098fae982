using Daytwo.Bench.Compare;
using Daytwo.Bench.Echo;
using Daytwo.Bench.Measuring;

return args switch
{
    ["measure", var report, var program, .. var arguments] => MeasuredProgram.Wrap(report, program, arguments),
    ["echo-operator", .. var words] => await EchoOperator.Run(words),
    _ => await Comparisons.Run(args, CancellationToken.None),
};
