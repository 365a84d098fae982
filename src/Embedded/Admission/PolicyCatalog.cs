using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Admission;

/// <summary>The policies in force, compiled when they are first needed after a change, in the order of their names.</summary>
internal sealed class PolicyCatalog(ClusterState state)
{
    private const string Group = ".admissionregistration.k8s.io";
    private ValidatingPolicies? validating;
    private MutatingPolicies? mutating;

    public ValidatingPolicies Validating => validating ??= new(Pairs(
        "validatingadmissionpolicies", PolicyJson.Default.ValidatingAdmissionPolicy, PolicyJson.Default.ValidatingAdmissionPolicyBinding, b => b.Spec.PolicyName,
        p => p.Metadata.Name, (p, b) => ValidatingPolicy.Compile(p, b)));

    public MutatingPolicies Mutating => mutating ??= new(Pairs(
        "mutatingadmissionpolicies", PolicyJson.Default.MutatingAdmissionPolicy, PolicyJson.Default.MutatingAdmissionPolicyBinding, b => b.Spec.PolicyName,
        p => p.Metadata.Name, (p, b) => MutatingPolicy.Compile(p, b)));

    /// <summary>Forgets what a change makes outdated.</summary>
    public void Follow(Change change)
    {
        if (!change.Collection.EndsWith(Group, StringComparison.Ordinal))
        {
            return;
        }

        if (change.Collection.StartsWith("validatingadmissionpolic", StringComparison.Ordinal))
        {
            validating = null;
        }
        else if (change.Collection.StartsWith("mutatingadmissionpolic", StringComparison.Ordinal))
        {
            mutating = null;
        }
    }

    private List<TCompiled> Pairs<TPolicy, TBinding, TCompiled>(
        string policies, JsonTypeInfo<TPolicy> policyType, JsonTypeInfo<TBinding> bindingType, Func<TBinding, string> policyOf, Func<TPolicy, string> nameOf,
        Func<TPolicy, IReadOnlyList<TBinding>, TCompiled> compile)
    {
        var bindings = Read(policies[..^"ies".Length] + "ybindings", bindingType).ToLookup(policyOf);
        return [.. Read(policies, policyType).Select(p => compile(p, [.. bindings[nameOf(p)]]))];
    }

    private IEnumerable<T> Read<T>(string plural, JsonTypeInfo<T> type) =>
        state.Store.List(plural + Group).OrderBy(o => o.Name, StringComparer.Ordinal).Select(o => ((JsonNode)o.Value).Deserialize(type)!);
}
