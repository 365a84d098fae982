using System.Text.Json.Nodes;

namespace Daytwo.Proof.Files;

/// <summary>An object and the file it came from.</summary>
public sealed record FileObject(string File, JsonObject Json);
