namespace Daytwo.Cel.Times;

/// <summary>Date and time of day in the Gregorian calendar, before its beginning too.</summary>
/// <param name="DayOfYear">From 1.</param>
/// <param name="DayOfWeek">0 for Sunday.</param>
internal readonly record struct CivilTime(int Year, int Month, int Day, int Hour, int Minute, int Second, int DayOfYear, int DayOfWeek)
{
    private const int DaysOf400Years = 146097;
    private const int DaysTo1970 = 719468;
    private const int SecondsOfDay = 86400;

    private static ReadOnlySpan<byte> MonthLengths => [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    /// <param name="seconds">Since 1970, local time.</param>
    public static CivilTime Of(long seconds)
    {
        var days = Math.DivRem(seconds, SecondsOfDay, out var time);
        if (time < 0)
        {
            days--;
            time += SecondsOfDay;
        }

        // Years from March, so that a leap day is the last of its year.
        var shifted = days + DaysTo1970;
        var era = (shifted >= 0 ? shifted : shifted - DaysOf400Years + 1) / DaysOf400Years;
        var dayOfEra = (int)(shifted - (era * DaysOf400Years));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfShifted = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var monthFromMarch = ((5 * dayOfShifted) + 2) / 153;
        var day = dayOfShifted - (((153 * monthFromMarch) + 2) / 5) + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = (int)(yearOfEra + (era * 400)) + (month <= 2 ? 1 : 0);
        var dayOfYear = (int)(days - DaysBefore(year, 1, 1)) + 1;
        var dayOfWeek = (int)((((days + 4) % 7) + 7) % 7);
        return new CivilTime(year, month, day, (int)time / 3600, (int)time / 60 % 60, (int)time % 60, dayOfYear, dayOfWeek);
    }

    public static int LengthOf(int year, int month) => month == 2 && IsLeap(year) ? 29 : MonthLengths[month - 1];

    /// <summary>Days from 1970 to a date.</summary>
    public static long DaysBefore(int year, int month, int day)
    {
        long y = month <= 2 ? year - 1 : year;
        var era = (y >= 0 ? y : y - 399) / 400;
        var yearOfEra = y - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * DaysOf400Years) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - DaysTo1970;
    }

    private static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
