namespace Daytwo.Crds.Backups;

/// <summary>
/// The CEL rules that hold a schedule to the language CronJob accepts, one per field so that an error names the field at
/// fault. Each of the five fields is a list of items: <c>*</c>, <c>?</c>, a value or a range, with an optional step.
/// </summary>
internal static class ScheduleRules
{
    public const int MaximumLength = 100;

    public const string IsFiveFieldsOrMacro =
        @"self.matches('^\\s*(@(hourly|daily|midnight|weekly|monthly|yearly|annually)|[^@\\s]\\S*(\\s+\\S+){4})\\s*$')";

    public const string IsFiveFieldsOrMacroMessage =
        Quoted + " + ' is not a schedule: write five fields (minute hour day-of-month month day-of-week) such as \"0 */6 * * *\","
        + " or @hourly, @daily, @midnight, @weekly, @monthly, @yearly; seconds and years do not exist, and a time zone goes into spec.timeZone'";

    public const string MinuteIsValid = NotFive + @"self.matches('(?i)^\\s*" + MinuteList + @"\\s')";
    public const string MinuteMessage = At + "0] + '\\' of \\'' + self + '\\' is not a minute: use 0-59" + Forms;

    public const string HourIsValid = NotFive + @"self.matches('(?i)^\\s*\\S+\\s+" + HourList + @"\\s')";
    public const string HourMessage = At + "1] + '\\' of \\'' + self + '\\' is not an hour: use 0-23" + Forms;

    public const string DayOfMonthIsValid = NotFive + @"self.matches('(?i)^\\s*(\\S+\\s+){2}" + DayOfMonthList + @"\\s')";
    public const string DayOfMonthMessage = At + "2] + '\\' of \\'' + self + '\\' is not a day of the month: use 1-31" + Forms;

    public const string MonthIsValid = NotFive + @"self.matches('(?i)^\\s*(\\S+\\s+){3}" + MonthList + @"\\s')";
    public const string MonthMessage = At + "3] + '\\' of \\'' + self + '\\' is not a month: use 1-12 or JAN-DEC" + Forms;

    public const string DayOfWeekIsValid = NotFive + @"self.matches('(?i)^\\s*(\\S+\\s+){4}" + DayOfWeekList + @"\\s*$')";
    public const string DayOfWeekMessage = At + "4] + '\\' of \\'' + self + '\\' is not a day of the week: use 0-6 (0 is Sunday) or SUN-SAT" + Forms;

    public const string RangesRise =
        Numeric + @".split(' ').all(item, !item.matches('^[0-9]+-[0-9]+(/[0-9]+)?$') || int(item.split('-')[0]) <= int(item.split('/')[0].split('-')[1]))";

    public const string RangesRiseMessage =
        Quoted + " + ' has a range that begins after it ends: write the smaller value first, or two ranges joined by a comma (22-23,0-5 for 22-5)'";

    private const string Quoted = @"'\'' + self + '\''";
    private const string NotFive = @"!self.matches('^\\s*[^@\\s]\\S*(\\s+\\S+){4}\\s*$') || ";
    private const string At = @"'\'' + self.trim().split(' ').filter(field, field != '')[";
    private const string Forms = @", *, lists (a,b), ranges (a-b) or steps (*/n)'";

    private const string Minute = "[0-5]?[0-9]";
    private const string Hour = "([01]?[0-9]|2[0-3])";
    private const string DayOfMonth = "(0?[1-9]|[12][0-9]|3[01])";
    private const string Month = "(0?[1-9]|1[0-2]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)";
    private const string DayOfWeek = "(0?[0-6]|sun|mon|tue|wed|thu|fri|sat)";

    private const string MinuteItem = @"([*?]|" + Minute + "(-" + Minute + ")?)(/0?[1-9][0-9]?)?";
    private const string HourItem = @"([*?]|" + Hour + "(-" + Hour + ")?)(/0?[1-9][0-9]?)?";
    private const string DayOfMonthItem = @"([*?]|" + DayOfMonth + "(-" + DayOfMonth + ")?)(/0?[1-9][0-9]?)?";
    private const string MonthItem = @"([*?]|" + Month + "(-" + Month + ")?)(/0?[1-9][0-9]?)?";
    private const string DayOfWeekItem = @"([*?]|" + DayOfWeek + "(-" + DayOfWeek + ")?)(/0?[1-9][0-9]?)?";

    private const string MinuteList = MinuteItem + "(," + MinuteItem + ")*";
    private const string HourList = HourItem + "(," + HourItem + ")*";
    private const string DayOfMonthList = DayOfMonthItem + "(," + DayOfMonthItem + ")*";
    private const string MonthList = MonthItem + "(," + MonthItem + ")*";
    private const string DayOfWeekList = DayOfWeekItem + "(," + DayOfWeekItem + ")*";

    private const string Numeric =
        "self.lowerAscii().replace(',', ' ').replace('jan', '1').replace('feb', '2').replace('mar', '3').replace('apr', '4').replace('may', '5')"
        + ".replace('jun', '6').replace('jul', '7').replace('aug', '8').replace('sep', '9').replace('oct', '10').replace('nov', '11').replace('dec', '12')"
        + ".replace('sun', '0').replace('mon', '1').replace('tue', '2').replace('wed', '3').replace('thu', '4').replace('fri', '5').replace('sat', '6')";
}
