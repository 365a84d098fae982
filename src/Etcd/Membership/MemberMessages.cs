using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Membership;

/// <summary>The messages of etcd's Cluster service that are used here.</summary>
internal static class MemberMessages
{
    /// <summary>A list from the member's own state; a linearizable one needs a quorum.</summary>
    public static ProtoWriter List(bool linearizable) => new ProtoWriter().Flag(1, linearizable);

    public static MemberList Parse(ReadOnlySpan<byte> message)
    {
        var header = default(ResponseHeader);
        var members = new List<Member>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: header = ResponseHeader.Parse(reader.Bytes()); break;
                case 2: members.Add(ParseMember(reader.Bytes())); break;
                default: reader.Skip(); break;
            }
        }

        return new MemberList(header.ClusterId, members);
    }

    private static Member ParseMember(ReadOnlySpan<byte> message)
    {
        var (id, name, learner) = (0UL, "", false);
        var (peers, clients) = (new List<string>(), new List<string>());
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: id = reader.Varint(); break;
                case 2: name = reader.Text(); break;
                case 3: peers.Add(reader.Text()); break;
                case 4: clients.Add(reader.Text()); break;
                case 5: learner = reader.Bool(); break;
                default: reader.Skip(); break;
            }
        }

        return new Member(id, name, peers, clients, learner);
    }
}
