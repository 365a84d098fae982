namespace Daytwo.Cli.Backups;

/// <summary>What <c>backup get</c> and <c>backup decrypt</c> print for programs.</summary>
internal sealed record FetchReport(string? Id, string File, long Bytes);
