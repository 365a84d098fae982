using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Maintenance;

/// <summary>The messages of etcd's Maintenance service, save the snapshot's.</summary>
internal static class MaintenanceMessages
{
    public static MemberStatus Status(ReadOnlySpan<byte> message)
    {
        var status = new MemberStatus { ClusterId = 0, MemberId = 0 };
        var errors = new List<string>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: status = WithHeader(status, ResponseHeader.Parse(reader.Bytes())); break;
                case 2: status = status with { Version = reader.Text() }; break;
                case 3: status = status with { DatabaseBytes = reader.Int64() }; break;
                case 4: status = status with { Leader = reader.Varint() }; break;
                case 5: status = status with { RaftIndex = reader.Varint() }; break;
                case 6: status = status with { RaftTerm = reader.Varint() }; break;
                case 7: status = status with { RaftAppliedIndex = reader.Varint() }; break;
                case 8: errors.Add(reader.Text()); break;
                case 9: status = status with { DatabaseBytesInUse = reader.Int64() }; break;
                case 10: status = status with { IsLearner = reader.Bool() }; break;
                case 11: status = status with { StorageVersion = reader.Text() }; break;
                case 12: status = status with { DatabaseQuotaBytes = reader.Int64() }; break;
                default: reader.Skip(); break;
            }
        }

        return status with { Errors = errors };
    }

    public static IReadOnlyList<Alarm> Alarms(ReadOnlySpan<byte> message)
    {
        var alarms = new List<Alarm>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            if (reader.Field == 2)
            {
                alarms.Add(ParseAlarm(reader.Bytes()));
            }
            else
            {
                reader.Skip();
            }
        }

        return alarms;
    }

    /// <summary>Lists every member's alarms.</summary>
    public static ProtoWriter ListAlarms() => new();

    public static ProtoWriter Disarm(Alarm alarm)
    {
        const ulong Deactivate = 2;
        return new ProtoWriter().Number(1, Deactivate).Number(2, alarm.MemberId).Number(3, (ulong)alarm.Type);
    }

    /// <summary>Reads a hash; before etcd 3.6 the answer does not repeat the revision that was asked for.</summary>
    public static KeyValueHash Hash(ReadOnlySpan<byte> message, long asked)
    {
        var hash = default(KeyValueHash);
        var latest = 0L;
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: latest = ResponseHeader.Parse(reader.Bytes()).Revision; break;
                case 2: hash = hash with { Hash = (uint)reader.Varint() }; break;
                case 3: hash = hash with { CompactRevision = reader.Int64() }; break;
                case 4: hash = hash with { Revision = reader.Int64() }; break;
                default: reader.Skip(); break;
            }
        }

        return hash.Revision > 0 ? hash : hash with { Revision = asked > 0 ? asked : latest };
    }

    private static MemberStatus WithHeader(MemberStatus status, ResponseHeader header) =>
        status with { ClusterId = header.ClusterId, MemberId = header.MemberId, Revision = header.Revision };

    private static Alarm ParseAlarm(ReadOnlySpan<byte> message)
    {
        var alarm = default(Alarm);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: alarm = alarm with { MemberId = reader.Varint() }; break;
                case 2: alarm = alarm with { Type = (AlarmType)reader.Varint() }; break;
                default: reader.Skip(); break;
            }
        }

        return alarm;
    }
}
