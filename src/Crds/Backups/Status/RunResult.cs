namespace Daytwo.Crds.Backups.Status;

/// <summary>How a run ended.</summary>
public enum RunResult
{
    Succeeded,
    Failed,
}
