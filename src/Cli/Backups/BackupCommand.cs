using System.CommandLine;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Backups;

/// <summary><c>daytwo backup …</c>: backups straight from etcd into a store; no Kubernetes takes part.</summary>
internal static class BackupCommand
{
    public static Command Create(Surroundings around) =>
        new Command("backup", "Take, list, check and fetch etcd backups; works without any Kubernetes")
        {
            BackupNow.Create(around),
            BackupList.Create(around),
            BackupVerify.Create(around),
            BackupGet.Create(around),
            BackupDecrypt.Create(around),
            BackupPrune.Create(around),
        }.WithExamples(
            "daytwo backup now --endpoints https://10.0.0.10:2379 --cacert ca.crt --cert etcd.crt --key etcd.key --to s3://backups/prod",
            "daytwo backup list --to s3://backups/prod",
            "daytwo backup get --to s3://backups/prod --out snapshot.db && etcdutl snapshot restore snapshot.db …")
            .ShowsHelpAlone();
}
