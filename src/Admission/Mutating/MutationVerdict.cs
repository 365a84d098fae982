using System.Text.Json.Nodes;

namespace Daytwo.Admission.Mutating;

/// <summary>What policies made of a request's object.</summary>
public sealed class MutationVerdict
{
    private List<MutationFailure>? _failures;
    private List<(string Policy, bool Changed)>? _applied;

    /// <summary>The object after all mutations; null when none changed it, or when the request is refused.</summary>
    public JsonObject? Changed { get; internal set; }

    /// <summary>The same as a JSON patch of the request's object: what a webhook answers. Empty when nothing changed.</summary>
    public JsonArray Patch { get; internal set; } = [];

    /// <summary>Policies that could not be applied, in order.</summary>
    public IReadOnlyList<MutationFailure> Failures => _failures ?? [];

    /// <summary>An error that ends the request at once, whatever failure policies say; null when there is none.</summary>
    public MutationAnswer? Fatal { get; internal set; }

    public bool Allowed => Fatal is null && Failures.All(f => f.Ignored);

    /// <summary>The policies that were applied, in order, each with whether it changed the object.</summary>
    public IReadOnlyList<(string Policy, bool Changed)> Applied => _applied ?? [];

    /// <summary>How many times a policy was applied (matched, with match conditions that hold).</summary>
    public int Evaluated { get; internal set; }

    /// <summary>What all expressions cost.</summary>
    public long Cost { get; internal set; }

    internal void Add(string policy, bool changed) => (_applied ??= []).Add((policy, changed));

    internal void Add(MutationFailure failure) => (_failures ??= []).Add(failure);
}
