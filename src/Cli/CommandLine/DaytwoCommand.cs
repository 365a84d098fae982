using System.CommandLine;
using Daytwo.Cli.Backups;
using Daytwo.Cli.Cel;
using Daytwo.Cli.Completion;
using Daytwo.Cli.CustomResources;
using Daytwo.Cli.Demo;
using Daytwo.Cli.Embedding;
using Daytwo.Cli.Image;
using Daytwo.Cli.Operation;
using Daytwo.Cli.Programs;
using Daytwo.Cli.Rules;
using Daytwo.Cli.Snapshots;
using Daytwo.Cli.Status;
using Daytwo.Cli.Version;

namespace Daytwo.Cli.CommandLine;

/// <summary>The whole command line.</summary>
internal static class DaytwoCommand
{
    public static RootCommand Create(Surroundings around)
    {
        var root = new RootCommand("Day-2 operations for Kubernetes clusters that were built by hand.")
        {
            DemoCommand.Create(around),
            OperatorCommand.Create(around),
            WebhooksCommand.Create(around),
            BackupCommand.Create(around),
            SnapshotStatusCommand.Create(around),
            StatusCommand.Create(around),
            CrdsCommand.Create(around),
            EmbeddedCommand.Create(around),
            CelCommand.Create(around),
            ImageCommand.Create(around),
            ProgramsCommand.Create(around),
            RulesCommand.Create(around),
            VersionCommand.Create(around),
            CompletionCommand.Create(around),
        };
        root.WithExamples(
            "daytwo demo                          # etcd, apiserver, operator and a bucket on this machine",
            "daytwo backup now --help             # a backup without any Kubernetes",
            "kubectl apply -f etcdbackup.yaml     # the same, by schedule, done by the operator",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 not found, 4 verification failed, 130 interrupted.");
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction();
        Examples.Install(root);
        return root.ShowsHelpAlone();
    }
}
