using Daytwo.Admission.Policies;

namespace Daytwo.Admission.Validating;

/// <summary>What policies said of a request.</summary>
public sealed class ValidationVerdict
{
    private const int MostAuditedFailures = 50;
    private const string FailureKey = "validation.policy.admission.k8s.io/validation_failure";
    private List<PolicyFinding>? _findings;
    private List<string>? _warnings;
    private Dictionary<string, string>? _annotations;
    private List<PolicyFinding>? _audited;

    public bool Allowed => Denial is null;

    /// <summary>The finding that decides: the first that denies; null when the request is allowed.</summary>
    public PolicyFinding? Denial { get; private set; }

    /// <summary>All that did not hold or could not be told, in order, whatever comes of it.</summary>
    public IReadOnlyList<PolicyFinding> Findings => _findings ?? [];

    /// <summary>For the client.</summary>
    public IReadOnlyList<string> Warnings => _warnings ?? [];

    /// <summary>For the audit event, by key: <c>POLICY/KEY</c> and <c>validation.policy.admission.k8s.io/validation_failure</c>.</summary>
    public IReadOnlyDictionary<string, string> AuditAnnotations => _annotations ?? [];

    /// <summary><see cref="AuditAnnotations"/> as an apiserver logs them: of all that failed the first.</summary>
    public IEnumerable<KeyValuePair<string, string>> LoggedAnnotations =>
        AuditAnnotations.Select(a => a.Key == FailureKey ? KeyValuePair.Create(a.Key, AuditedFailures.Write(_audited!.Take(1))) : a);

    /// <summary>How many bindings were evaluated (matched, with match conditions that hold).</summary>
    public int Evaluated { get; internal set; }

    /// <summary>What all expressions cost.</summary>
    public long Cost { get; internal set; }

    internal void Add(PolicyFinding finding)
    {
        (_findings ??= []).Add(finding);
        foreach (var action in finding.Actions)
        {
            switch (action)
            {
                case ValidationAction.Deny:
                    Denial ??= finding;
                    break;
                case ValidationAction.Warn:
                    (_warnings ??= []).Add($"Validation failed for ValidatingAdmissionPolicy '{finding.Policy}' with binding '{finding.Binding}': {finding.Message}");
                    break;
                case ValidationAction.Audit:
                    (_audited ??= []).Add(finding);
                    break;
            }
        }
    }

    internal void Annotate(string key, string value) => (_annotations ??= [])[key] = value;

    /// <summary>Writes what is audited; once, at the end.</summary>
    internal void Complete()
    {
        if (_audited is not null)
        {
            Annotate(FailureKey, AuditedFailures.Write(_audited.Take(MostAuditedFailures)));
        }
    }
}
