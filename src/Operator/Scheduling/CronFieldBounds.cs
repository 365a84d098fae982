namespace Daytwo.Operator.Scheduling;

/// <summary>What a field of a cron expression may hold.</summary>
/// <param name="Title">The field's name, for errors.</param>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
/// <param name="Names">Names that stand for <paramref name="Min"/> and the values after it; empty when the field has none.</param>
internal sealed record CronFieldBounds(string Title, int Min, int Max, IReadOnlyList<string> Names)
{
    public static CronFieldBounds Minute { get; } = new("minute", 0, 59, []);

    public static CronFieldBounds Hour { get; } = new("hour", 0, 23, []);

    public static CronFieldBounds DayOfMonth { get; } = new("day of month", 1, 31, []);

    public static CronFieldBounds Month { get; } =
        new("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);

    public static CronFieldBounds DayOfWeek { get; } = new("day of week", 0, 6, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    /// <summary>What the field accepts, for errors.</summary>
    public string Allowed => Names.Count == 0 ? $"{Min}-{Max}" : $"{Min}-{Max} or {Names[0]}-{Names[^1]}";
}
