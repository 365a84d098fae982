namespace Daytwo.Etcd.Maintenance;

/// <summary>What an alarm is about, by etcd's numbers.</summary>
public enum AlarmType
{
    None = 0,

    /// <summary>The database reached its quota: the cluster refuses writes.</summary>
    NoSpace = 1,

    /// <summary>The member's data differs from the others'.</summary>
    Corrupt = 2,
}
