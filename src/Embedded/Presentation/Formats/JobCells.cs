using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Presentation.Formats;

/// <summary>Cells of jobs.</summary>
internal static class JobCells
{
    public static string Status(JsonObject job)
    {
        bool Has(string type) => job.Child("status").Items("conditions").Any(c => c.Text("type") == type && c.Text("status") == "True");
        return Has("Complete") ? "Complete" : Has("Failed") ? "Failed" : job.Terminating() ? "Terminating"
            : Has("Suspended") ? "Suspended" : Has("FailureTarget") ? "FailureTarget" : Has("SuccessCriteriaMet") ? "SuccessCriteriaMet" : "Running";
    }

    public static string Completions(JsonObject job)
    {
        var done = job.Child("status").Integer("succeeded") ?? 0;
        var wanted = job.Child("spec").Integer("completions");
        var parallel = job.Child("spec").Integer("parallelism") ?? 0;
        return wanted is not null ? Text($"{done}/{wanted}") : parallel > 1 ? Text($"{done}/1 of {parallel}") : Text($"{done}/1");
    }

    public static string Duration(JsonObject job, DateTimeOffset now)
    {
        var status = job.Child("status");
        if (Timestamps.Parse(status.Text("startTime")) is not { } start)
        {
            return "";
        }

        return Ages.Span((Timestamps.Parse(status.Text("completionTime")) ?? now) - start);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
