using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Kubernetes;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Operations;
using Daytwo.Operator.EtcdBackup.Rules;
using Daytwo.Runtime;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Events;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.EtcdBackup;

/// <summary>Joins rules, effects and operations of EtcdBackups to the runtime.</summary>
internal sealed class EtcdBackupController : IDisposable
{
    private readonly Informer<EtcdBackupObject> backups;
    private readonly Informer<EtcdSnapshot> snapshots;
    private readonly Controller controller;
    private readonly OperationRegistry operations;
    private readonly TimeProvider time;

    /// <param name="client">Sends changes only while this process leads.</param>
    public EtcdBackupController(KubernetesClient client, IEventRecorder events, LeaderFence fence, RuntimeServices services, OperatorOptions options)
    {
        time = services.Time;
        backups = new Informer<EtcdBackupObject>(client, Kinds.EtcdBackups, services);
        snapshots = new Informer<EtcdSnapshot>(client, Kinds.EtcdSnapshots, services);
        var logger = services.Loggers.CreateLogger("Daytwo.Operations");
        operations = new OperationRegistry(services.Time, fence, logger);
        var secrets = new SecretReader(client, options.Namespace);
        var effects = new EtcdBackupEffects(
            client,
            new Observer(backups, snapshots, operations, secrets),
            operations,
            new BackupRunner(secrets, services.Time, options.SpoolDirectory),
            new StoreKeeper(secrets, services.Time, fence, logger),
            new SnapshotWriter(client, services.Time),
            new BackupMetrics(services.Metrics, services.Time));
        var reconciler = new ObserveDecideAct<EtcdBackupRules, Seen, EtcdBackupStatus, Effect>(effects, events, services.Time);
        controller = new Controller("etcdbackup", reconciler, services, new ControllerOptions { Workers = options.Workers })
            .For(backups, Predicates.GenerationChanged)
            .Owns(snapshots, Kinds.EtcdBackups.Type);
        operations.Changed = controller.Enqueue;
    }

    public IReadOnlyList<IInformer> Informers => [backups, snapshots];

    public void AddTo(OperatorHost host) => host.Add(backups, snapshots).Add(controller).AddLeaderWork(EndWithLeadership);

    public void Dispose() => controller.Dispose();

    /// <summary>Operations outlive reconciles; they end when this process shall no longer lead.</summary>
    private async Task EndWithLeadership(CancellationToken ending)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, time, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await operations.End();
    }
}
