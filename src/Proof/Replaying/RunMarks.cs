using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Daytwo.Crds.Admission;

namespace Daytwo.Proof.Replaying;

/// <summary>The marks of one run: of the copies of its rules, and of its requests that no copy is about.</summary>
/// <param name="run">The run's name, unique in the cluster.</param>
public sealed class RunMarks(string run)
{
    /// <summary>How many copies of rules can tell their deletions apart.</summary>
    public const int Room = 64;

    // Nobody asks for forty days and more; runs at the same time seldom have the same.
    private readonly int _grace = 4_000_000 + (BitConverter.ToUInt16(SHA256.HashData(Encoding.UTF8.GetBytes(run))) * (Room + 1));

    /// <summary>Of requests that are sent to see what the API makes of them without the rule.</summary>
    public Mark Plain => new($"plain-{run}", _grace + Room);

    /// <summary>Of requests for one copy.</summary>
    /// <param name="suffix">Unique in the run.</param>
    /// <param name="place">From 0, below <see cref="Room"/>: unique among copies in force at the same time that are about deletions.</param>
    public Mark Of(string suffix, int place = 0) => new($"{run}-{suffix}", _grace + place);

    /// <summary>A condition that is true for dry runs that bear any mark of the run's copies and for nothing else, and never fails: webhooks are called under it.</summary>
    public RuleMatchCondition Condition() => new()
    {
        Name = "of-this-comparison",
        Expression = "request.?dryRun.orValue(false) && (request.operation == 'DELETE' ? "
            + string.Create(CultureInfo.InvariantCulture, $"(request.?options.?gracePeriodSeconds.orValue(0) >= {_grace} && request.?options.?gracePeriodSeconds.orValue(0) < {_grace + Room})")
            + $" : request.?options.?fieldManager.orValue('').startsWith('{run}-'))",
    };
}
