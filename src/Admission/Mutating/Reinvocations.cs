using System.Text.Json.Nodes;

namespace Daytwo.Admission.Mutating;

/// <summary>Remembers over both passes of one request's mutations which policies are to run once more. Not shared between requests.</summary>
public sealed class Reinvocations
{
    private readonly HashSet<InvocationKey> _ran = [];
    private readonly HashSet<InvocationKey> _again = [];
    private JsonObject? _lastOutput;

    /// <summary>Whether this is the second pass.</summary>
    public bool IsSecondPass { get; private set; }

    /// <summary>Whether something changed the object after a policy that wants to see that; the caller then mutates once more.</summary>
    public bool NeedsSecondPass { get; private set; }

    /// <summary>Begins the second pass.</summary>
    public void BeginSecondPass() => IsSecondPass = true;

    internal void Begin(JsonObject? value)
    {
        if (IsSecondPass && !JsonNode.DeepEquals(_lastOutput, value))
        {
            RunAgain();
        }
    }

    internal bool Skips(InvocationKey key) => IsSecondPass && !_again.Contains(key);

    internal void Ran(InvocationKey key) => _ran.Add(key);

    internal void Changed()
    {
        RunAgain();
        NeedsSecondPass = true;
    }

    internal void End(JsonObject? value) => _lastOutput = (JsonObject?)value?.DeepClone();

    private void RunAgain()
    {
        _again.UnionWith(_ran);
        _ran.Clear();
    }
}
