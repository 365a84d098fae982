using Daytwo.Admission.Matching;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Mutating;

/// <summary>A policy to be run for one binding and parameter.</summary>
internal sealed record MutatingInvocation(MutatingPolicy Policy, MutatingBinding Binding, MatchResult Match, CelValue Param)
{
    /// <summary>What tells it from others when it is to run again.</summary>
    public InvocationKey Key => new(Policy.Name, Binding.Name, Text("namespace"), Text("name"));

    private string Text(string field) =>
        Param.Kind == CelKind.Map && Param.TryGet("metadata", out var metadata) && metadata.TryGet(field, out var value) && value.Kind == CelKind.String ? value.AsString : "";
}
