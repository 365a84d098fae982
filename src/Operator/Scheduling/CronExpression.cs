using System.Diagnostics.CodeAnalysis;

namespace Daytwo.Operator.Scheduling;

/// <summary>
/// A five-field cron expression, or one of the macros, with the meaning a Kubernetes CronJob gives it: where both day fields are
/// restricted a day matches when either does, otherwise when both do.
/// </summary>
internal sealed record CronExpression
{
    private CronExpression(CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek) =>
        (Minute, Hour, DayOfMonth, Month, DayOfWeek) = (minute, hour, dayOfMonth, month, dayOfWeek);

    public CronField Minute { get; }

    public CronField Hour { get; }

    public CronField DayOfMonth { get; }

    public CronField Month { get; }

    public CronField DayOfWeek { get; }

    /// <summary>Reads an expression; the error names the field, its text, and what is allowed there.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronExpression? expression, [NotNullWhen(false)] out string? error)
    {
        expression = null;
        if (!TryExpand(text.Trim(), out var expanded, out error))
        {
            return false;
        }

        var fields = expanded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != 5)
        {
            error = $"\"{text}\" has {fields.Length} fields; give five: minute, hour, day of month, month, day of week";
            return false;
        }

        if (!CronFieldParser.TryParse(fields[0], CronFieldBounds.Minute, out var minute, out error)
            || !CronFieldParser.TryParse(fields[1], CronFieldBounds.Hour, out var hour, out error)
            || !CronFieldParser.TryParse(fields[2], CronFieldBounds.DayOfMonth, out var dayOfMonth, out error)
            || !CronFieldParser.TryParse(fields[3], CronFieldBounds.Month, out var month, out error)
            || !CronFieldParser.TryParse(fields[4], CronFieldBounds.DayOfWeek, out var dayOfWeek, out error))
        {
            return false;
        }

        expression = new CronExpression(minute, hour, dayOfMonth, month, dayOfWeek);
        return true;
    }

    public bool MatchesDay(DateTime local)
    {
        var byMonth = DayOfMonth.Has(local.Day);
        var byWeek = DayOfWeek.Has((int)local.DayOfWeek);
        return Month.Has(local.Month)
            && (DayOfMonth.Unrestricted || DayOfWeek.Unrestricted ? byMonth && byWeek : byMonth || byWeek);
    }

    private static bool TryExpand(string text, out string expanded, [NotNullWhen(false)] out string? error)
    {
        (expanded, error) = (text, null);
        if (text.StartsWith("TZ=", StringComparison.Ordinal) || text.StartsWith("CRON_TZ=", StringComparison.Ordinal))
        {
            error = "TZ and CRON_TZ are not allowed in the schedule; use the timeZone field";
        }
        else if (text.StartsWith('@'))
        {
            expanded = Macro(text);
            error = expanded.Length > 0 ? null
                : $"\"{text}\" is not one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly; write other intervals as five fields";
        }

        return error is null;
    }

    private static string Macro(string text) => text switch
    {
        "@yearly" or "@annually" => "0 0 1 1 *",
        "@monthly" => "0 0 1 * *",
        "@weekly" => "0 0 * * 0",
        "@daily" or "@midnight" => "0 0 * * *",
        "@hourly" => "0 * * * *",
        _ => "",
    };
}
