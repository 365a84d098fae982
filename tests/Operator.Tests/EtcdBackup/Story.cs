using System.Globalization;
using System.Text;
using Daytwo.Backup.Pruning;
using Daytwo.Crds.Backups;
using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.Tests.EtcdBackup.Model;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.Tests.EtcdBackup;

/// <summary>
/// Plays a story: lines say what happens, and after each the world is decided about until it rests. What was decided is told in lines that
/// begin with <c>&gt;</c>; a story file holds both, so it is its own expectation.
/// </summary>
internal sealed class Story
{
    private static readonly DateTimeOffset Midnight = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly StringBuilder told = new();
    private readonly Dictionary<string, string> conditions = new(StringComparer.Ordinal);
    private World? world;
    private EtcdBackupSpec spec = new() { Schedule = "0 * * * *" };

    public static string Play(string text)
    {
        var story = new Story();
        foreach (var line in text.Split('\n').Where(l => !l.StartsWith('>')))
        {
            story.told.Append(line).Append('\n');
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                story.Happen(line.Split(' '), line);
            }
        }

        return story.told.ToString().TrimEnd('\n') + "\n";
    }

    private void Happen(string[] words, string line)
    {
        if (words[0] == "spec")
        {
            spec = With(spec, words[1], line[(6 + words[1].Length)..]);
            if (world is not null)
            {
                world.Object = world.Object! with { Spec = spec, Metadata = world.Object.Metadata with { Generation = world.Object.Metadata.Generation + 1 } };
                Settle();
            }

            return;
        }

        if (words[0] == "at")
        {
            At(words[1]);
        }
        else
        {
            Happen(words, world!);
        }

        Settle();
    }

    private void At(string time)
    {
        var days = time.Contains('+', StringComparison.Ordinal) ? int.Parse(time.Split('+')[1], CultureInfo.InvariantCulture) : 0;
        var moment = Midnight.AddDays(days) + TimeSpan.Parse(time.Split('+')[0], CultureInfo.InvariantCulture);
        if (world is null)
        {
            world = new World(moment, spec);
        }
        else
        {
            world.Pass(moment - world.Now);
        }
    }

    private static void Happen(string[] words, World world)
    {
        var rest = string.Join(' ', words.Skip(2));
        switch (words[0], words.ElementAtOrDefault(1))
        {
            case ("run", "succeeds"):
                world.Succeed(rest.Length == 0 ? null : rest);
                break;
            case ("run", "fails"):
                world.EndRun(new RunOutcome.Failed(words[2], string.Join(' ', words.Skip(3))));
                break;
            case ("run", "stops"):
                world.EndRun(new RunOutcome.Failed(world.Process.Attempt!.Cancelled!.Reason, world.Process.Attempt.Cancelled.Message));
                break;
            case ("run", "progresses"):
                world.Process.Attempt!.Progress = new AttemptProgress(words[2], long.Parse(words[3], CultureInfo.InvariantCulture), 1000);
                break;
            case ("operator", "crashes"):
                world.Crash();
                break;
            case ("store", "breaks"):
                world.Store.Broken = (words[2], string.Join(' ', words.Skip(3)));
                break;
            case ("store", "heals"):
                world.Store.Broken = null;
                break;
            case ("store", "holds"):
                world.Store.Add(words[2], words.ElementAtOrDefault(3), world.Now, world.Now);
                world.Process.Stale = true;
                break;
            case ("store", "loses"):
                world.Store.Copies.RemoveAll(c => c.Id == words[2]);
                world.Process.Stale = true;
                break;
            case ("store", "damages"):
                Replace(world.Store.Copies, words[2], c => c with { Health = SnapshotHealth.Damaged, VerifiedAt = null, Damage = words.Length > 3 ? string.Join(' ', words.Skip(3)) : null });
                world.Process.Stale = true;
                break;
            case ("store", "locks"):
                Replace(world.Store.Copies, words[2], c => c with { LockedUntil = world.Now.AddDays(7) });
                world.Process.Stale = true;
                break;
            case ("secret", "missing"):
                world.Prerequisites = new Prerequisites("SecretMissing", rest);
                break;
            case ("secret", "present"):
                world.Prerequisites = Prerequisites.Met;
                break;
            case ("snapshot", "deleted"):
                world.Mirrors.Remove(words[2]);
                break;
            case ("clock", "jumps"):
                world.Now += TimeSpan.Parse(words[2], CultureInfo.InvariantCulture);
                break;
            case ("object", "deleted"):
                world.Object = world.Object! with { Metadata = world.Object.Metadata with { DeletionTimestamp = world.Now } };
                break;
            default:
                throw new FormatException($"No story line: {string.Join(' ', words)}");
        }
    }

    private static void Replace(List<StoredSnapshot> copies, string id, Func<StoredSnapshot, StoredSnapshot> change) =>
        copies[copies.FindIndex(c => c.Id == id)] = change(copies.Find(c => c.Id == id)!);

    private void Settle()
    {
        for (var step = 0; ; step++)
        {
            Assert.True(step < 30, $"does not come to rest:\n{told}");
            if (world!.Object is null)
            {
                told.Append("> gone\n");
                return;
            }

            var before = world.Object.Status;
            var decision = world.Decide();
            world.Write(decision.Status);
            Tell(before, decision);
            if (decision.Effect is null)
            {
                told.Append(decision.WakeAt is { } wake ? $"> wake {Time(wake)}\n" : "> wake never\n");
                return;
            }

            world.Act(decision.Effect);
        }
    }

    private void Tell(EtcdBackupStatus before, Decision<EtcdBackupStatus, Effect> decision)
    {
        var now = world!.Object!.Status;
        if (now.CurrentRun != before.CurrentRun)
        {
            told.Append(now.CurrentRun is { } run
                ? $"> run {run.Id} attempt {run.Attempt}{(run.RetryAt is { } at ? $" again {Time(at)}" : "")}{(run.Progress is { } p ? $" {p.Step} {p.Bytes}" : "")}\n"
                : "> run none\n");
        }

        foreach (var notice in decision.Events)
        {
            told.Append(CultureInfo.InvariantCulture, $"> event {notice.Level} {notice.Reason}: {notice.Note}\n");
        }

        var types = (now.Conditions ?? []).ToDictionary(c => c.Type, c => $"{c.Status} {c.Reason}", StringComparer.Ordinal);
        foreach (var gone in conditions.Keys.Except(types.Keys).Order(StringComparer.Ordinal).ToArray())
        {
            conditions.Remove(gone);
            told.Append(CultureInfo.InvariantCulture, $"> {gone} gone\n");
        }

        foreach (var (type, text) in types.Where(t => conditions.GetValueOrDefault(t.Key) != t.Value))
        {
            conditions[type] = text;
            told.Append(CultureInfo.InvariantCulture, $"> {type} {text}\n");
        }

        if (now.NextRunTime != before.NextRunTime)
        {
            told.Append(now.NextRunTime is { } next ? $"> next {Time(next)}\n" : "> next none\n");
        }

        if (decision.Effect is { } effect)
        {
            told.Append(CultureInfo.InvariantCulture, $"> do {Text(effect)}\n");
        }
    }

    private static string Text(Effect effect) => effect switch
    {
        Effect.StartRun start => $"StartRun {start.Id} attempt {start.Attempt}",
        Effect.CancelRun cancel => $"CancelRun {cancel.Id} {cancel.Reason}",
        Effect.DeleteStored delete => $"DeleteStored {string.Join(' ', delete.Copies.Select(c => c.Id))}",
        Effect.UpsertSnapshot upsert => $"UpsertSnapshot {upsert.Copy.Id}",
        Effect.DeleteSnapshot delete => $"DeleteSnapshot {delete.Name}",
        _ => effect.GetType().Name,
    };

    private static string Time(DateTimeOffset time) =>
        time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) + ((time - Midnight).Days is not 0 and var days ? $"+{days}" : "");

    private static EtcdBackupSpec With(EtcdBackupSpec spec, string field, string value) => field switch
    {
        "schedule" => spec with { Schedule = value == "none" ? null : value },
        "timeZone" => spec with { TimeZone = value },
        "suspend" => spec with { Suspend = bool.Parse(value) },
        "startingDeadlineSeconds" => spec with { StartingDeadlineSeconds = long.Parse(value, CultureInfo.InvariantCulture) },
        "activeDeadlineSeconds" => spec with { ActiveDeadlineSeconds = long.Parse(value, CultureInfo.InvariantCulture) },
        "keepLast" => spec with { Retention = new RetentionSpec { KeepLast = int.Parse(value, CultureInfo.InvariantCulture) } },
        "rpo" => spec with { Rpo = TimeSpan.Parse(value, CultureInfo.InvariantCulture) },
        "deletionPolicy" => spec with { DeletionPolicy = Enum.Parse<BackupDeletionPolicy>(value) },
        "verification" => spec with { Verification = Enum.Parse<BackupVerification>(value) },
        _ => throw new FormatException($"No such field in stories: {field}"),
    };
}
