using Daytwo.Cli.CommandLine;

return await CommandRun.Invoke(args, Surroundings.OfProcess());
