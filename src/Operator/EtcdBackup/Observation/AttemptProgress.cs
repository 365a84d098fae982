namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>How far an attempt is.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Bytes">Bytes of the database that passed.</param>
/// <param name="TotalBytes">Bytes in all; null when not known yet.</param>
internal sealed record AttemptProgress(string Step, long Bytes, long? TotalBytes);
