namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>Whether what a backup needs from its owner is there: the Secrets it names, with usable content.</summary>
/// <param name="Reason">Null when all is there, else why not, as a reason of conditions.</param>
/// <param name="Message">Which Secret and key, and what to do. Never quotes a Secret's content.</param>
internal sealed record Prerequisites(string? Reason, string Message)
{
    public static Prerequisites Met { get; } = new(null, "");

    public bool AreMet => Reason is null;
}
