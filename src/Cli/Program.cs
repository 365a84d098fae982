using Daytwo.Cli.CommandLine;
using Daytwo.Runtime.Hosting;

NativeHeap.ShareOneArena();
return await CommandRun.Invoke(args, Surroundings.OfProcess());
