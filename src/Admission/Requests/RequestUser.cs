namespace Daytwo.Admission.Requests;

/// <summary>Who asks.</summary>
public sealed record RequestUser(string Name)
{
    public string Uid { get; init; } = "";

    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Extra { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
