using Daytwo.Cli.CommandLine;
using Daytwo.Runtime.Hosting;

NativeHeap.ShareOneArena();
SharedArrays.KeepMore();
return await CommandRun.Invoke(args, Surroundings.OfProcess());
