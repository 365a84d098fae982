using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>Schedules and zones are taken and refused as the apiserver takes and refuses them in a CronJob.</summary>
public sealed partial class CronJobParityTests(InstalledKinds kinds)
{
    private static readonly string[] Values = ["*", "?", "0", "1", "07", "12", "23", "24", "31", "32", "59", "60", "SUN", "fri", "DEC", "x", "-1", "1.5", ""];
    private static readonly string[] Steps = ["", "", "", "/2", "/15", "/0", "/05", "/x", "/"];

    [Fact]
    public async Task Schedule_is_judged_as_in_a_CronJob()
    {
        var installation = await kinds.Get();
        var schedules = Schedules().Sample(400).Distinct().Where(schedule => !IsOddityOfCronJob(schedule)).ToArray();

        var disagreements = new List<string>();
        foreach (var schedule in schedules)
        {
            var ours = await installation.Create(SampleBackup.Merge(SampleBackup.Scheduled("parity"), new JsonObject { ["spec"] = new JsonObject { ["schedule"] = schedule } }));
            var theirs = await installation.CreateCronJob(CronJob(schedule, null));
            if (ours.Accepted != theirs.Accepted)
            {
                disagreements.Add($"'{schedule}': EtcdBackup {ours.Code}, CronJob {theirs.Code} {theirs.Message}");
            }
        }

        Assert.Empty(disagreements);
        Assert.True(schedules.Length > 200, "the generator repeats itself");
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("UTC")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("Mars/Phobos")]
    [InlineData("Local")]
    [InlineData("../UTC")]
    [InlineData("+01:00")]
    public async Task Zone_is_judged_as_in_a_CronJob(string zone)
    {
        var installation = await kinds.Get();

        var ours = await installation.Create(SampleBackup.Merge(SampleBackup.Scheduled("parity"), new JsonObject { ["spec"] = new JsonObject { ["timeZone"] = zone } }));
        var theirs = await installation.CreateCronJob(CronJob("@daily", zone));

        Assert.True(ours.Accepted == theirs.Accepted, $"EtcdBackup {ours.Message}, CronJob {theirs.Message}");
    }

    /// <summary>CronJob takes a range that begins with a star, and lists with nothing between commas. Only a slip looks so: refused here.</summary>
    private static bool IsOddityOfCronJob(string schedule) => Oddity().IsMatch(schedule);

    /// <summary>Mostly five fields, mostly in range; now and then broken in one place, so that both verdicts occur.</summary>
    private static Gen<string> Schedules()
    {
        var item =
            from value in Gen.Frequency((3, Gen.Elements("*", "0", "1", "5", "06")), (1, Gen.Elements(Values)))
            from range in Gen.Frequency((5, Gen.Constant("")), (1, Gen.Elements("-6", "-0", "-12", "-SAT", "-x")))
            from step in Gen.Frequency((4, Gen.Constant("")), (1, Gen.Elements(Steps)))
            select value + range + step;
        var field = Gen.Frequency((5, item), (1, from a in item from b in item select a + "," + b));
        return from count in Gen.Frequency((12, Gen.Constant(5)), (1, Gen.Elements(4, 6)))
               from fields in Gen.ListOf(field, count)
               from blank in Gen.Frequency((8, Gen.Constant(" ")), (1, Gen.Constant("  ")))
               select string.Join(blank, fields);
    }

    private static JsonObject CronJob(string schedule, string? zone)
    {
        var job = JsonNode.Parse("""
            {"apiVersion":"batch/v1","kind":"CronJob","metadata":{"name":"parity"},"spec":{
             "jobTemplate":{"spec":{"template":{"spec":{"restartPolicy":"Never","containers":[{"name":"a","image":"a:1"}]}}}}}}
            """)!.AsObject();
        job["spec"]!["schedule"] = schedule;
        job["spec"]!["timeZone"] = zone;
        return job;
    }

    [GeneratedRegex("[*?]-|,,|(^| ),|,( |$)")]
    private static partial Regex Oddity();
}
