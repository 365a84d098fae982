using System.Globalization;
using Daytwo.Etcd.Maintenance;

namespace Daytwo.Etcd.Membership;

/// <summary>Which member a snapshot is taken from, and why no other.</summary>
/// <param name="Endpoint">Null when no member is fit.</param>
/// <param name="Member">The chosen member.</param>
/// <param name="Status">Its status when it was chosen.</param>
/// <param name="Rejected">Every other member, and every endpoint with no member known behind it.</param>
public sealed record MemberChoice(Uri? Endpoint, Member? Member, MemberStatus? Status, IReadOnlyList<RejectedMember> Rejected)
{
    /// <summary>Raft entries that a member may be behind: about a second of a busy cluster.</summary>
    public const ulong DefaultMostLag = 1000;

    /// <summary>Names of the members that raised the alarm NOSPACE, chosen or not. While there is one, the whole cluster takes no writes.</summary>
    public IReadOnlyList<string> OutOfSpace { get; init; } = [];

    /// <summary>Why each was rejected, as one line; empty when there was nobody to reject.</summary>
    public string Explanation => string.Join("; ", Rejected);

    /// <summary>
    /// Picks the healthy voting follower that is closest to the leader, or the leader when no follower is fit. A member
    /// with the alarm NOSPACE is picked when all fit ones have it. Pure: the same view gives the same choice.
    /// </summary>
    /// <param name="mostLag">Raft entries that the chosen member may be behind the leader.</param>
    public static MemberChoice From(ClusterView view, ulong mostLag = DefaultMostLag)
    {
        if (view.Members is not { } list)
        {
            var unknown = view.Endpoints.Select(e => Candidacy.OfEndpoint(e, view.MembersFault));
            return new MemberChoice(null, null, null, [.. unknown]);
        }

        var newest = Newest(view);
        var candidates = list.Members.Select(m => Candidacy.Of(m, view, newest, mostLag)).ToList();
        var chosen = candidates.Where(c => c.Fit).OrderBy(c => c.OutOfSpace).ThenBy(c => c.IsLeader).ThenBy(c => c.Lag).FirstOrDefault();
        var rejected = candidates.Where(c => c != chosen).Select(c => c.Reject(chosen)).Concat(Strangers(view, list, candidates));
        return new MemberChoice(chosen?.Endpoint, chosen?.Member, chosen?.Status, [.. rejected])
        {
            OutOfSpace = [.. candidates.Where(c => c.OutOfSpace).Select(c => NameOf(c.Member))],
        };
    }

    /// <summary>How members are named everywhere: as their cluster does, else by id as etcd prints it.</summary>
    public static string NameOf(Member member) =>
        member.Name.Length > 0 ? member.Name : member.Id.ToString("x", CultureInfo.InvariantCulture);

    // The leader's applied index; when no endpoint leads to the leader, the highest that is known.
    private static ulong Newest(ClusterView view)
    {
        var statuses = view.Endpoints.Select(e => e.Status).OfType<MemberStatus>().ToList();
        var leader = statuses.Find(s => s.IsLeader);
        return leader?.RaftAppliedIndex ?? statuses.Select(s => s.RaftAppliedIndex).DefaultIfEmpty().Max();
    }

    private static IEnumerable<RejectedMember> Strangers(ClusterView view, MemberList list, List<Candidacy> known) =>
        from endpoint in view.Endpoints
        where known.TrueForAll(k => k.Report != endpoint)
        where endpoint.Status is not { } status || status.ClusterId != list.ClusterId || list.Members.All(m => m.Id != status.MemberId)
        select Candidacy.OfEndpoint(endpoint, "leads to a member that is not of this cluster");
}
