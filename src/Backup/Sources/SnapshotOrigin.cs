namespace Daytwo.Backup.Sources;

/// <summary>The member that served a snapshot.</summary>
/// <param name="ClusterId">Hexadecimal, as etcdctl prints it.</param>
/// <param name="MemberId">Hexadecimal, as etcdctl prints it.</param>
/// <param name="Endpoint">The client URL that was used.</param>
/// <param name="EtcdVersion">Of the member that served, for example <c>3.6.16</c>.</param>
public sealed record SnapshotOrigin(string ClusterId, string MemberId, string MemberName, string Endpoint, string EtcdVersion);
