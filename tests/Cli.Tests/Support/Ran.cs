namespace Daytwo.Cli.Tests.Support;

/// <summary>What a command line ended with.</summary>
internal sealed record Ran(int Code, string Output, string Error);
