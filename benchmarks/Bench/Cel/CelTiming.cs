using System.Globalization;
using Daytwo.Cel;
using Daytwo.Cel.Admission;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Bench.Cel;

/// <summary>
/// Times expressions: for every JSON line <c>{"id","expr","vars":{"object":…}}</c> a line <c>ID NANOSECONDS</c>, the mean of evaluating
/// a compiled expression over an object that was read before, as <c>twin celbench</c> times it.
/// </summary>
internal static class CelTiming
{
    private static readonly TimeSpan Warmup = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Measured = TimeSpan.FromMilliseconds(600);

    public static int Run(string file)
    {
        foreach (var line in File.ReadLines(file).Where(l => l.Length > 0))
        {
            var question = JsonInput.Read(System.Text.Encoding.UTF8.GetBytes(line));
            question.TryGet("id", out var id);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{id.AsString} {Nanoseconds(question):0.0}"));
        }

        return 0;
    }

    private static double Nanoseconds(CelValue question)
    {
        question.TryGet("expr", out var expression);
        question.TryGet("vars", out var variables);
        variables.TryGet("object", out var target);
        var environment = AdmissionEnvironment.Create();
        var compilation = environment.Compile(expression.AsString);
        var program = compilation.Program ?? throw new InvalidDataException(compilation.Error);
        var activation = new CelActivation(environment).Set("object", target);
        Repeat(program, activation, Warmup);
        return Repeat(program, activation, Measured);
    }

    private static double Repeat(CelProgram program, CelActivation activation, TimeSpan time)
    {
        const int Batch = 1000;
        var (start, runs) = (TimeProvider.System.GetTimestamp(), 0L);
        TimeSpan elapsed;
        do
        {
            for (var i = 0; i < Batch; i++)
            {
                if (program.Evaluate(activation) is { Error: { } error })
                {
                    throw new InvalidDataException(error);
                }
            }

            runs += Batch;
            elapsed = TimeProvider.System.GetElapsedTime(start);
        }
        while (elapsed < time);

        return elapsed.TotalNanoseconds / runs;
    }
}
