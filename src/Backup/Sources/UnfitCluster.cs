using Daytwo.Etcd;
using Daytwo.Etcd.Membership;

namespace Daytwo.Backup.Sources;

/// <summary>Why a cluster gives no snapshot, and what to do about it. Pure.</summary>
internal static class UnfitCluster
{
    /// <param name="choice">A choice of nobody.</param>
    public static SnapshotSourceException Describe(ClusterView view, MemberChoice choice)
    {
        if (view.Endpoints.Any(e => e.Status is not null))
        {
            return new SnapshotSourceException(
                BackupFailure.SourceUnfit, $"No etcd member is fit for a snapshot: {choice.Explanation}. It is taken as soon as one is.");
        }

        var remedies = view.Endpoints.Select(e => Remedy(e.Failure)).OfType<string>().Distinct().ToList();
        return remedies.Count > 0
            ? new SnapshotSourceException(BackupFailure.SourceDenied, $"No etcd endpoint can be used: {choice.Explanation}. {string.Join(' ', remedies)}")
            : new SnapshotSourceException(BackupFailure.SourceUnreachable, $"No etcd endpoint answers: {choice.Explanation}. Check endpoints, network and firewall.");
    }

    /// <returns>Null for what waiting may cure.</returns>
    private static string? Remedy(EtcdFailure? failure) => failure switch
    {
        EtcdFailure.ServerCertificateUntrusted =>
            "Give the authority that issued etcd's server certificates (its --trusted-ca-file), and use endpoints named in those certificates.",
        EtcdFailure.ClientCertificateRefused => "Give a client certificate, not expired, of the authority that etcd trusts (its --trusted-ca-file).",
        EtcdFailure.PermissionDenied => "Give a client certificate whose user has the role root.",
        _ => null,
    };
}
