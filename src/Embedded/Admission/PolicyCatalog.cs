using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Admission;

/// <summary>The policies in force, in the order of their names. One is compiled when it is first needed after it, or a binding of it, changed.</summary>
internal sealed class PolicyCatalog(ClusterState state)
{
    private const string Group = ".admissionregistration.k8s.io";
    private Dictionary<string, ValidatingPolicy> compiledValidating = [];
    private Dictionary<string, MutatingPolicy> compiledMutating = [];
    private ValidatingPolicies? validating;
    private MutatingPolicies? mutating;

    public ValidatingPolicies Validating => validating ??= new(Compiled(
        "validatingadmissionpolic", ref compiledValidating, PolicyJson.Default.ValidatingAdmissionPolicy, PolicyJson.Default.ValidatingAdmissionPolicyBinding,
        (policy, bindings) => ValidatingPolicy.Compile(policy, bindings)));

    public MutatingPolicies Mutating => mutating ??= new(Compiled(
        "mutatingadmissionpolic", ref compiledMutating, PolicyJson.Default.MutatingAdmissionPolicy, PolicyJson.Default.MutatingAdmissionPolicyBinding,
        (policy, bindings) => MutatingPolicy.Compile(policy, bindings)));

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

    /// <param name="known">What was compiled, by the versions of policies and bindings it was compiled of; afterwards what is in force now.</param>
    private List<TCompiled> Compiled<TPolicy, TBinding, TCompiled>(
        string plural, ref Dictionary<string, TCompiled> known, JsonTypeInfo<TPolicy> policyType, JsonTypeInfo<TBinding> bindingType, Func<TPolicy, IReadOnlyList<TBinding>, TCompiled> compile)
    {
        var bindings = Stored(plural + "ybindings").ToLookup(b => b.Value.Child("spec").Text("policyName"));
        var (all, kept) = (new List<TCompiled>(), new Dictionary<string, TCompiled>());
        foreach (var policy in Stored(plural + "ies").Where(p => bindings.Contains(p.Name)))
        {
            var bound = bindings[policy.Name].ToList();
            var versions = string.Join(' ', [SpecVersion(policy), .. bound.Select(b => b.Revision.ToString(CultureInfo.InvariantCulture))]);
            var compiled = known.TryGetValue(versions, out var before) ? before : compile(Read(policy, policyType), [.. bound.Select(b => Read(b, bindingType))]);
            kept[versions] = compiled;
            all.Add(compiled);
        }

        known = kept;
        return all;
    }

    /// <summary>Which policy, and which spec of it: a new status is no reason to compile again.</summary>
    private static string SpecVersion(StoredObject policy) => $"{policy.Uid}/{policy.Value.Child("metadata").Integer("generation")}";

    private static T Read<T>(StoredObject stored, JsonTypeInfo<T> type) => ((JsonNode)stored.Value).Deserialize(type)!;

    private IEnumerable<StoredObject> Stored(string plural) => state.Store.List(plural + Group).OrderBy(o => o.Name, StringComparer.Ordinal);
}
