using System.CommandLine;
using Daytwo.Backup.Pruning;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Backups;

/// <summary>The rules of <c>backup prune</c>, named as in an EtcdBackup's <c>spec.retention</c>.</summary>
internal sealed class RetentionOptions
{
    private readonly Option<int?> last = NumberOption.Count("--keep-last", "Keep the newest N");
    private readonly Option<int?> hourly = NumberOption.Count("--keep-hourly", "Keep the newest of each of the newest N hours");
    private readonly Option<int?> daily = NumberOption.Count("--keep-daily", "Keep the newest of each of the newest N days");
    private readonly Option<int?> weekly = NumberOption.Count("--keep-weekly", "Keep the newest of each of the newest N weeks");
    private readonly Option<int?> monthly = NumberOption.Count("--keep-monthly", "Keep the newest of each of the newest N months");
    private readonly Option<int?> age = NumberOption.Count("--max-age-days", "Delete what is older than N days, whatever rule would keep it");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { last, hourly, daily, weekly, monthly, age })
        {
            command.Options.Add(option);
        }
    }

    /// <exception cref="CliException">No rule was given: nothing should ever be deleted by a forgotten option.</exception>
    public RetentionPolicy Read(ParseResult parsed)
    {
        var policy = new RetentionPolicy
        {
            Last = parsed.GetValue(last),
            Hourly = parsed.GetValue(hourly),
            Daily = parsed.GetValue(daily),
            Weekly = parsed.GetValue(weekly),
            Monthly = parsed.GetValue(monthly),
            MaxAge = parsed.GetValue(age) is { } days ? TimeSpan.FromDays(days) : null,
        };
        return policy == new RetentionPolicy()
            ? throw new CliException("prune: give at least one rule, such as --keep-last 7", ExitCode.Usage)
            : policy;
    }
}
