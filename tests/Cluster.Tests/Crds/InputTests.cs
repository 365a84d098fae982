using System.Text.Json.Nodes;

namespace Daytwo.Cluster.Tests.Crds;

/// <summary>The apiserver itself refuses bad input, naming field, value and remedy, and takes good input. Cases: input-cases.json.</summary>
public sealed class InputTests(InstalledKinds kinds)
{
    public static TheoryData<string> Refused => [.. InputCase.All.Values.Where(item => item.Field is not null).Select(item => item.Name)];

    public static TheoryData<string> Accepted => [.. InputCase.All.Values.Where(item => item.Field is null).Select(item => item.Name)];

    [Theory, MemberData(nameof(Refused))]
    public async Task Bad_input_is_refused_with_field_value_and_remedy(string name)
    {
        var item = InputCase.All[name];

        var answer = await Submit(item);

        Assert.True(answer.Code == 422, $"{answer.Code} {answer.Body}");
        Assert.Contains(item.Field, answer.Fields);
        Assert.All(item.Says, text => Assert.Contains(text, answer.Message, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Accepted))]
    public async Task Good_input_is_taken(string name)
    {
        var answer = await Submit(InputCase.All[name]);

        Assert.True(answer.Accepted, answer.Message);
    }

    [Fact]
    public async Task Unknown_field_is_refused_by_name()
    {
        var installation = await kinds.Get();

        var answer = await installation.Create(SampleBackup.Merge(SampleBackup.Scheduled("typo"), JsonNode.Parse("""{"spec":{"retain":{"keepLast":3}}}""")!.AsObject()));

        Assert.Equal(400, answer.Code);
        Assert.Contains("unknown field \"spec.retain\"", answer.Message, StringComparison.Ordinal);
    }

    private async Task<Answer> Submit(InputCase item)
    {
        var installation = await kinds.Get();
        var objectName = "case-" + item.Name.Replace(' ', '-').ToLowerInvariant();
        var good = item.OneOff ? SampleBackup.OneOff(objectName) : SampleBackup.Scheduled(objectName);
        var change = new JsonObject { ["spec"] = item.Spec.DeepClone() };
        if (!item.Update)
        {
            return await installation.Create(SampleBackup.Merge(good, change));
        }

        Assert.True((await installation.Create(good, dryRun: false)).Accepted);
        try
        {
            return await installation.Change(objectName, change);
        }
        finally
        {
            await installation.Delete(objectName);
        }
    }
}
