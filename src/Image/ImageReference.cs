using System.Text.RegularExpressions;

namespace Daytwo.Image;

/// <summary>The name of an image: repository and tag, such as <c>registry.example.com/daytwo:1.0</c>.</summary>
public sealed partial record ImageReference
{
    private ImageReference(string repository, string tag) => (Repository, Tag) = (repository, tag);

    public string Repository { get; }

    public string Tag { get; }

    /// <summary>Reads a full reference.</summary>
    /// <exception cref="ImageException">It is none; the message says how one looks.</exception>
    public static ImageReference Parse(string text) =>
        Form().Match(text) is { Success: true } match
            ? new ImageReference(match.Groups["repository"].Value, match.Groups["tag"].Value)
            : throw new ImageException($"'{text}' is not the full name of an image: write REGISTRY/NAME:TAG, such as registry.example.com/daytwo:0.1.0");

    public override string ToString() => $"{Repository}:{Tag}";

    [GeneratedRegex(@"^(?<repository>[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+):(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})\z")]
    private static partial Regex Form();
}
