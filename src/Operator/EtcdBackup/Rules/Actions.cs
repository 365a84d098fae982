namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>What events say was done or attempted.</summary>
internal static class Actions
{
    public const string Schedule = "Schedule";
    public const string Backup = "TakeBackup";
    public const string List = "ListStore";
    public const string Prune = "Prune";
    public const string Delete = "Delete";
}
