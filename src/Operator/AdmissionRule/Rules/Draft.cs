using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;
using Daytwo.Runtime.Conditions;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>A decision in the making. The rules, one after another, add to it; the first that needs an effect takes it.</summary>
internal sealed class Draft(Seen seen, AdmissionRuleObject rule, RenderedRule rendered, DateTimeOffset wall)
{
    private const int MessageLength = 1024;
    private readonly List<Notice> notices = [];
    private DateTimeOffset? wakeAt;

    public Seen Seen { get; } = seen;

    public AdmissionRuleObject Rule { get; } = rule;

    public RenderedRule Rendered { get; } = rendered;

    public DateTimeOffset Wall { get; } = wall;

    public AdmissionRuleStatus Status { get; set; } = rule.Status;

    public Effect? Effect { get; private set; }

    /// <summary>Whether no rule before needed the effect.</summary>
    public bool IsFree => Effect is null;

    public void Do(Effect effect) => Effect ??= effect;

    /// <summary>Asks to decide again then, at the latest.</summary>
    public void WakeAt(DateTimeOffset? at) => wakeAt = at is null || wakeAt < at ? wakeAt : at;

    public void Tell(NoticeLevel level, string reason, string action, string note) => notices.Add(new Notice(level, reason, action, note));

    public Condition? Find(string type) => Status.Conditions?.FirstOrDefault(condition => condition.Type == type);

    public void Set(string type, bool holds, string reason, string message) =>
        Change(list => list.Set(type, holds ? ConditionStatus.True : ConditionStatus.False, reason, message.Length <= MessageLength ? message : message[..(MessageLength - 1)] + "…"));

    /// <summary>For conditions that are there only while they hold.</summary>
    public void Toggle(string type, bool holds, string reason, string message)
    {
        if (holds)
        {
            Set(type, true, reason, message);
        }
        else
        {
            Change(list => list.Remove(type));
        }
    }

    public Decision<AdmissionRuleStatus, Effect> Finish() => new(Status, Effect, wakeAt, notices);

    private void Change(Func<ConditionList, ConditionList> change) =>
        Status = Status with { Conditions = change(new ConditionList(Status.Conditions, Rule.Metadata.Generation, Wall)).ToList() };
}
