using Daytwo.Etcd.Maintenance;

namespace Daytwo.Etcd.Membership;

/// <summary>One member judged: fit to be read from, or what stands against it.</summary>
/// <param name="OutOfSpace">Whether it raised the alarm NOSPACE. It can be read all the same; one that did not is preferred.</param>
internal sealed record Candidacy(Member Member, EndpointReport? Report, ulong Lag, bool OutOfSpace, RejectionCause? Against, string Text)
{
    private const string LearnerText = "is a learner, not a voting member";
    private const string NoSpaceText = "has the alarm NOSPACE: its database reached the quota";

    public bool Fit => Against is null;

    public Uri? Endpoint => Report?.Endpoint;

    public MemberStatus? Status => Report?.Status;

    public bool IsLeader => Status?.IsLeader == true;

    public static Candidacy Of(Member member, ClusterView view, ulong newest, ulong mostLag)
    {
        var report = Find(member, view);
        var lag = report?.Status is { } s && newest > s.RaftAppliedIndex ? newest - s.RaftAppliedIndex : 0;
        var (against, text) = Judge(member, report, view, lag, mostLag);
        return new Candidacy(member, report, lag, StatusErrors.Raised(view, member.Id).Contains(AlarmType.NoSpace), against, text);
    }

    public static RejectedMember OfEndpoint(EndpointReport report, string? otherwise)
    {
        var name = report.Endpoint.GetLeftPart(UriPartial.Authority);
        var (cause, text) = report.Status switch
        {
            null => Silence(report),
            { IsLearner: true } => (RejectionCause.Learner, LearnerText),
            _ => (RejectionCause.ForeignCluster, otherwise ?? "tells no members"),
        };
        return new RejectedMember(name, report.Endpoint, cause, text);
    }

    public RejectedMember Reject(Candidacy? chosen)
    {
        var (cause, text) = (Against, chosen) switch
        {
            ({ } against, _) => (against, Text),
            _ when OutOfSpace => (RejectionCause.NoSpace, NoSpaceText),
            (_, { IsLeader: false }) when IsLeader => (RejectionCause.Leader, "is the leader; a healthy follower is preferred"),
            _ => (RejectionCause.OtherPreferred, $"is healthy, but {(chosen is null ? "another" : MemberChoice.NameOf(chosen.Member))} is preferred"),
        };
        return new RejectedMember(MemberChoice.NameOf(Member), Endpoint, cause, text);
    }

    // The status tells which member an endpoint leads to; an endpoint that does not answer is known by its address only.
    private static EndpointReport? Find(Member member, ClusterView view)
    {
        var own = view.Endpoints.FirstOrDefault(e =>
            e.Status is { } status && status.MemberId == member.Id && status.ClusterId == view.Members?.ClusterId);
        return own ?? view.Endpoints.FirstOrDefault(e => e.Status is null && member.ClientUrls.Any(u => SameAddress(u, e.Endpoint)));
    }

    private static bool SameAddress(string url, Uri endpoint) => Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && Uri.Compare(parsed, endpoint, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static (RejectionCause?, string) Judge(Member member, EndpointReport? report, ClusterView view, ulong lag, ulong mostLag)
    {
        if (member.IsLearner || report?.Status?.IsLearner == true)
        {
            return (RejectionCause.Learner, LearnerText);
        }

        if (report is null)
        {
            return member.Name.Length == 0
                ? (RejectionCause.NotStarted, "was added to the cluster but never started")
                : (RejectionCause.NoEndpoint, "is behind none of the given endpoints");
        }

        if (report.Status is not { } status)
        {
            return Silence(report);
        }

        return Health(status, view) ?? (lag > mostLag
            ? (RejectionCause.Stale, $"is {lag} entries behind the leader, at most {mostLag} are allowed")
            : (null, ""));
    }

    private static (RejectionCause?, string)? Health(MemberStatus status, ClusterView view)
    {
        if (status.Leader == 0)
        {
            return (RejectionCause.NoLeader, "sees no leader: the cluster has no quorum or is electing");
        }

        var alarms = StatusErrors.Raised(view, status.MemberId);
        if (alarms.Contains(AlarmType.Corrupt))
        {
            return (RejectionCause.Corrupt, "has the alarm CORRUPT: its data differs from the other members'");
        }

        var own = StatusErrors.Own(status).ToList();
        return own.Count > 0 || alarms.Contains(AlarmType.None)
            ? (RejectionCause.Unhealthy, $"reports: {string.Join(", ", own.Count > 0 ? own : ["an unknown alarm"])}")
            : null;
    }

    private static (RejectionCause, string) Silence(EndpointReport report) => report.Failure switch
    {
        EtcdFailure.ServerCertificateUntrusted => (RejectionCause.Untrusted, $"is not trusted: {report.Fault}"),
        EtcdFailure.ClientCertificateRefused or EtcdFailure.PermissionDenied => (RejectionCause.Denied, $"refuses us: {report.Fault}"),
        _ => (RejectionCause.Unreachable, $"does not answer: {report.Fault}"),
    };
}
