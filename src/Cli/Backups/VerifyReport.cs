using Daytwo.Backup.Manifests;
using Daytwo.Backup.Reading;

namespace Daytwo.Cli.Backups;

/// <summary>What <c>backup verify</c> prints for programs.</summary>
internal sealed record VerifyReport(string Id, string Store, bool Passed, SnapshotFault? Fault, string? Detail, SnapshotContent? Content);
