using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Discovery;

/// <summary>The version the API says it is: the Kubernetes release whose behaviour it follows.</summary>
internal static class ServerVersion
{
    public const string Git = "v1.36.3";

    public static JsonObject Json() => new()
    {
        ["major"] = "1", ["minor"] = "36", ["emulationMajor"] = "1", ["emulationMinor"] = "36",
        ["minCompatibilityMajor"] = "1", ["minCompatibilityMinor"] = "35", ["gitVersion"] = Git, ["gitCommit"] = "", ["gitTreeState"] = "clean",
        ["buildDate"] = "1970-01-01T00:00:00Z", ["goVersion"] = "none", ["compiler"] = "daytwo", ["platform"] = "embedded/any",
    };
}
