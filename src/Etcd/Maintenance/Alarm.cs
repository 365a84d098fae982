namespace Daytwo.Etcd.Maintenance;

/// <summary>An alarm that a member raised; it stays until someone disarms it.</summary>
public readonly record struct Alarm(ulong MemberId, AlarmType Type)
{
    /// <summary>The name etcd prints: <c>NOSPACE</c>, <c>CORRUPT</c>.</summary>
    public string Name => Type switch
    {
        AlarmType.NoSpace => "NOSPACE",
        AlarmType.Corrupt => "CORRUPT",
        _ => $"alarm {(int)Type}",
    };
}
