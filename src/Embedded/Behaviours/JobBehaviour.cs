using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Behaviours;

/// <summary>Jobs: their pods are found by labels that carry the job's UID.</summary>
internal sealed class JobBehaviour : IKindBehaviour
{
    public void Complete(JsonObject value)
    {
        if (value["spec"] is JsonObject spec && spec["completions"] is null && spec["parallelism"] is null)
        {
            spec["completions"] = 1;
            spec["parallelism"] = 1;
        }
    }

    public void Prepare(JsonObject value, JsonObject? existing)
    {
        if (existing is not null || value["spec"] is not JsonObject spec || spec.Flag("manualSelector"))
        {
            return;
        }

        spec["manualSelector"] = false;
        spec["selector"] = new JsonObject { ["matchLabels"] = new JsonObject { ["batch.kubernetes.io/controller-uid"] = value.Uid() } };
        if (spec.Child("template") is { } template)
        {
            Label(template.Metadata(), value);
            if (value.Metadata().Child("labels") is null)
            {
                Label(value.Metadata(), value);
            }
        }
    }

    private static void Label(JsonObject metadata, JsonObject job)
    {
        if (metadata["labels"] is not JsonObject labels)
        {
            metadata["labels"] = labels = [];
        }

        foreach (var (label, text) in ((string, string)[])[("controller-uid", job.Uid()), ("job-name", job.ObjectName())])
        {
            labels[label] = text;
            labels["batch.kubernetes.io/" + label] = text;
        }
    }
}
