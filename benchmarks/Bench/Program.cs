using Daytwo.Bench.Cel;
using Daytwo.Bench.Compare;
using Daytwo.Bench.Echo;
using Daytwo.Bench.Measuring;

return args switch
{
    ["measure", var report, var program, .. var arguments] => MeasuredProgram.Wrap(report, program, arguments),
    ["echo-operator", .. var words] => await EchoOperator.Run(words),
    ["cel", "--time", var file] => CelTiming.Run(file),
    _ => await Comparisons.Run(args, CancellationToken.None),
};
