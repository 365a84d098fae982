using System.Text;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Validating;
using Daytwo.Rules.Webhooks;
using Daytwo.Webhooks.Reviews;

namespace Daytwo.Webhooks.Serving;

/// <summary>A verdict while rule after rule has its say.</summary>
internal sealed class VerdictDraft
{
    private const int StatusForbidden = 403;

    private Refusal? _first;
    private ReadOnlyMemory<byte> _patch;
    private List<string>? _refusals;
    private List<string>? _warnings;
    private List<KeyValuePair<string, string>>? _annotations;
    private List<KeyValuePair<string, IReadOnlyList<string>>>? _noted;

    public void Add(string rule, ValidationVerdict verdict)
    {
        foreach (var finding in verdict.Findings)
        {
            if (finding.Denies)
            {
                Refuse(finding.Code, finding.Reason, $"AdmissionRule '{rule}' denied request: {finding.Message}");
            }
        }

        if (verdict.Warnings.Count > 0)
        {
            (_warnings ??= []).AddRange(verdict.Findings.Select(finding => $"Validation failed for AdmissionRule '{rule}': {finding.Message}"));
        }

        foreach (var (key, value) in verdict.AuditAnnotations)
        {
            (_annotations ??= []).Add(new(AuditKey.Of(rule, AnnotationName(key)), value));
        }
    }

    /// <summary>Writes what a rule said into the audit event of the request, whatever else comes of it.</summary>
    public void Note(string rule, ValidationVerdict verdict) =>
        (_noted ??= []).Add(new(rule, [.. verdict.Findings.Where(finding => finding.Actions.Count > 0).Select(finding => finding.Message)]));

    /// <summary>Takes what mutations came to. One that failed refuses the request, unless it is to be ignored.</summary>
    /// <param name="ruleOf">The rule of a policy.</param>
    public void Add(MutationVerdict verdict, Func<string, string> ruleOf)
    {
        foreach (var failure in verdict.Failures.Where(failure => !failure.Ignored))
        {
            Refuse(StatusForbidden, failure.Reason, $"AdmissionRule '{ruleOf(failure.Policy)}' could not change the object: {failure.Message}");
        }

        if (verdict.Fatal is { Error: { } error } fatal)
        {
            Refuse(fatal.Code, fatal.Reason, error);
        }
        else if (verdict.Patch.Count > 0)
        {
            _patch = Encoding.UTF8.GetBytes(verdict.Patch.ToJsonString());
        }
    }

    public Verdict ToVerdict() => _refusals is null && _warnings is null && _annotations is null && _noted is null && _patch.IsEmpty ? Verdict.Pass : new Verdict
    {
        Refusal = _first is null ? null : _first with { Message = string.Join("; ", _refusals!) },
        Patch = _patch,
        Warnings = _warnings ?? [],
        AuditAnnotations = _noted is null ? _annotations ?? [] : [.. _annotations ?? [], new(LoggedVerdicts.Key, LoggedVerdicts.Write(_noted))],
    };

    /// <summary>All reasons are told; the first gives the status.</summary>
    private void Refuse(int code, string reason, string message)
    {
        _first ??= new Refusal(code, reason, message);
        (_refusals ??= []).Add(message);
    }

    /// <summary>The apiserver puts our name and a slash before a key, and allows no second slash.</summary>
    private static string AnnotationName(string key) => key[(key.LastIndexOf('/') + 1)..];
}
