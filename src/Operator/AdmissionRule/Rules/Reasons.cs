namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>Reasons of conditions and events.</summary>
internal static class Reasons
{
    public const string InForce = "InForce";
    public const string Applying = "Applying";
    public const string NotYetInForce = "NotYetInForce";
    public const string CannotBeRendered = "CannotBeRendered";
    public const string RefusedByApi = "RefusedByAPI";
    public const string NameTaken = "NameTaken";
    public const string RefusedByWebhook = "RefusedByWebhook";
    public const string OutletMissing = "OutletMissing";
    public const string ReplicasSilent = "ReplicasSilent";
    public const string Restored = "Restored";
    public const string ExceptionExpired = "ExceptionExpired";
    public const string AsExpected = "AsExpected";
    public const string Findings = "Findings";
    public const string OutletsDiffer = "OutletsDiffer";
    public const string CountedByReplicas = "CountedByReplicas";
    public const string CountedByApiservers = "CountedByApiservers";
    public const string InStatus = "InStatus";
    public const string InAuditLogs = "InAuditLogs";
    public const string NothingToCompare = "NothingToCompare";
}
