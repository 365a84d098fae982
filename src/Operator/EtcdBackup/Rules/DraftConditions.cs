using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Conditions;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>Conditions of a decision in the making.</summary>
internal static class DraftConditions
{
    private const int MessageLength = 1024;

    /// <param name="holds">Null for Unknown.</param>
    public static void SetCondition(this Draft draft, string type, bool? holds, string reason, string message)
    {
        var status = holds switch { true => ConditionStatus.True, false => ConditionStatus.False, null => ConditionStatus.Unknown };
        var text = message.Length <= MessageLength ? message : message[..(MessageLength - 1)] + "…";
        draft.Conditioned.Add(type);
        Change(draft, list => list.Set(type, status, reason, text));
    }

    public static void RemoveCondition(this Draft draft, string type) => Change(draft, list => list.Remove(type));

    public static Condition? Find(this IReadOnlyList<Condition>? conditions, string type) => conditions?.FirstOrDefault(c => c.Type == type);

    private static void Change(Draft draft, Func<ConditionList, ConditionList> change) =>
        draft.Status = draft.Status with { Conditions = change(new ConditionList(draft.Status.Conditions, draft.Meta.Generation, draft.Now)).ToList() };
}
