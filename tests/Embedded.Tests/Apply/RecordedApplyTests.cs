using System.Text.Json.Nodes;
using Daytwo.Embedded.Apply;
using Daytwo.Embedded.Schema;
using Daytwo.Embedded.Tests.Schema;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Tests.Apply;

/// <summary>Replays what a real server was asked, step by step, each from the state the real server was in.</summary>
public sealed class RecordedApplyTests
{
    private static readonly string[] Files = ["apply/probe.json", "apply/free.json", "apply/builtin.json", "apply/deployment.json", "apply/service.json"];

    public static TheoryData<string, string> Cases => new(Files.SelectMany(f => TestData.Cases(f).Select(c => (f, (string)c!["name"]!))));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Recorded_requests_give_the_managers_of_the_real_server(string file, string name)
    {
        var c = TestData.Case(file, name);
        var kind = (string)c["kind"]!;
        JsonObject? live = null;
        foreach (var step in c["steps"]!.AsArray().Select(s => new RecordedStep((JsonObject)s!)))
        {
            var fields = new FieldOwnership(
                Types(kind), (string)c["apiVersion"]!, kind, step.Subresource, Ignored(kind, step.Subresource), isCustomResource: kind is "Probe" or "Free");
            if (step.Verb == "apply")
            {
                Check(step, kind, live, fields.Apply(live, (JsonObject)step.Body, step.Manager, step.Force, step.Now));
            }
            else
            {
                TestData.AssertSame(RecordedStep.Managers(step.Then), RecordedStep.Managers(Update(fields, step, live)));
            }

            live = step.Then ?? live;
        }
    }

    private static JsonObject Update(FieldOwnership fields, RecordedStep step, JsonObject? live)
    {
        var next = (JsonObject)step.Then!.DeepClone();
        next["metadata"]!.AsObject().Remove("managedFields");
        if (step.Body is JsonObject body && body["metadata"]?["managedFields"] is { } given)
        {
            next["metadata"]!["managedFields"] = given.DeepClone();
        }

        var result = fields.Update(live, next, step.Manager, step.Now);
        return live is not null && ChangedObject.SameButForTimes(live, result) ? live : result;
    }

    private static void Check(RecordedStep step, string kind, JsonObject? live, ApplyOutcome outcome)
    {
        switch (outcome)
        {
            case ApplyOutcome.Conflicted conflicted:
                Assert.Equal((409, step.Message), (step.Code, conflicted.Message));
                Assert.Equal(step.Causes, conflicted.Conflicts.Select(f => $"{f.Path} conflict with {f.Manager}").Order(StringComparer.Ordinal));
                break;
            case ApplyOutcome.Refused refused:
                Assert.Equal((step.Code, step.Message), (refused.Code, refused.Message));
                break;
            case ApplyOutcome.Applied applied when step.Code == 422:
                Assert.Contains(FieldErrors.Text(ProbeSchema.Schema.Validate(applied.Object, live)), step.Message, StringComparison.Ordinal);
                break;
            case ApplyOutcome.Applied applied:
                Assert.Equal((null, ""), (step.Code, step.Message));
                CheckObject(step, kind, live, applied.Object);
                break;
        }
    }

    private static void CheckObject(RecordedStep step, string kind, JsonObject? live, JsonObject result)
    {
        TestData.AssertSame(RecordedStep.Managers(step.Then), RecordedStep.Managers(result));
        if (kind is "Deployment" or "Service")
        {
            return;
        }

        if (kind == "Probe")
        {
            ProbeSchema.Schema.Default(result);
        }

        var untouched = step.Subresource == "status" ? "spec" : "status";
        foreach (var (key, value) in step.Then!.Where(p => p.Key != untouched && p.Key != "metadata"))
        {
            TestData.AssertSame(value, result[key]);
        }
    }

    private static FieldSet? Ignored(string kind, string subresource) => (kind, subresource) switch
    {
        ("Probe" or "Deployment" or "Service", "") => ResetFields.Main,
        (_, "status") => ResetFields.Status,
        _ => null,
    };

    private static Func<string, FieldType?> Types(string kind)
    {
        var type = kind switch
        {
            "Probe" => KindTypes.CustomResource(ProbeSchema.Schema.Schema),
            "Free" => KindTypes.CustomResource(StructuralSchema.Parse(new() { ["type"] = "object", ["x-kubernetes-preserve-unknown-fields"] = true })),
            "Deployment" => KindTypes.BuiltIn("apps", "v1", kind),
            _ => KindTypes.BuiltIn("", "v1", kind),
        };
        return _ => type;
    }
}
