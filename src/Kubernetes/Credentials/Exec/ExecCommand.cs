using System.Text.Json.Nodes;

namespace Daytwo.Kubernetes.Credentials.Exec;

/// <summary>The program that gives credentials, and how to run it.</summary>
internal sealed record ExecCommand
{
    public required string ApiVersion { get; init; }

    /// <summary>A path, or a name to find in PATH.</summary>
    public required string Program { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>What to tell who lacks the program.</summary>
    public string? InstallHint { get; init; }

    /// <summary>Whether it may read and write the terminal.</summary>
    public bool Interactive { get; init; }

    /// <summary>What it is told of the cluster; null for nothing.</summary>
    public JsonObject? Cluster { get; init; }

    public override string ToString() => Program;
}
