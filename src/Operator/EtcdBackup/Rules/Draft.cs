using Daytwo.Runtime.Rules;
using Daytwo.Crds.Backups.Status;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.Scheduling;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>A decision in the making. The rules, one after another, add to it; the first that needs an effect takes it.</summary>
internal sealed class Draft(Seen seen, DateTimeOffset wall)
{
    private readonly List<Notice> notices = [];
    private DateTimeOffset? wakeAt;

    public Seen Seen { get; } = seen;

    /// <summary>Now, in whole seconds, as a status can hold it.</summary>
    public DateTimeOffset Now { get; } = new(wall.UtcTicks - (wall.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    public ObjectMeta Meta => Seen.Object.Metadata;

    public EtcdBackupStatus Status { get; set; } = seen.Object.Status;

    /// <summary>Types of the conditions set in this decision.</summary>
    public HashSet<string> Conditioned { get; } = new(StringComparer.Ordinal);

    public Effect? Effect { get; private set; }

    /// <summary>Whether no rule before needed the effect.</summary>
    public bool IsFree => Effect is null;

    public void Do(Effect effect) => Effect ??= effect;

    /// <summary>Asks to decide again after this, at the latest.</summary>
    public void WakeIn(TimeSpan wait) => WakeAt(Now.AddSafely(wait > TimeSpan.Zero ? wait : TimeSpan.Zero));

    /// <summary>Asks to decide again then, at the latest.</summary>
    public void WakeAt(DateTimeOffset at) => wakeAt = wakeAt is { } earlier && earlier <= at ? earlier : at;

    public void Tell(string action, string reason, string note) => notices.Add(Notice.Normal(reason, action, note));

    public void Warn(string action, string reason, string note) => notices.Add(Notice.Warning(reason, action, note));

    public Decision<EtcdBackupStatus, Effect> Finish() => new(Status, Effect, wakeAt, notices);
}
