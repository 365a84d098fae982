using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Typing;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Store;
using Daytwo.Embedded.Writing;

namespace Daytwo.Embedded.Admission.Typing;

/// <summary>Writes into the status of validating policies what their expressions have against the types of the kinds they name, as the controller-manager does.</summary>
internal sealed class PolicyStatus(ClusterState state, IFieldOwnership ownership)
{
    private const string Collection = "validatingadmissionpolicies.admissionregistration.k8s.io";
    private const string Manager = "validatingadmissionpolicy-status";
    private readonly KindTypes types = new(state.Kinds);

    /// <summary>Checks a policy that changed.</summary>
    public void Follow(Change change)
    {
        if (change.Collection != Collection || change.Type == ChangeType.Deleted)
        {
            return;
        }

        var policy = change.Object.Value;
        var generation = policy.Child("metadata").Integer("generation") ?? 0;
        if (generation > (policy.Child("status").Integer("observedGeneration") ?? 0))
        {
            Write(policy, generation);
        }
    }

    private void Write(JsonObject policy, long generation)
    {
        var kind = state.Kinds.FindKind("admissionregistration.k8s.io/v1", "ValidatingAdmissionPolicy")!;
        var applied = new JsonObject
        {
            ["apiVersion"] = kind.ApiVersion,
            ["kind"] = kind.Kind,
            ["metadata"] = new JsonObject { ["name"] = policy.ObjectName() },
            ["status"] = new JsonObject { ["observedGeneration"] = generation, ["typeChecking"] = TypeChecking(policy) },
        };
        var writer = new FieldWriter(Manager, kind.ApiVersion, "status", state.Clock.GetUtcNow());
        if (ownership.Apply(kind, policy, applied, writer, force: true).Refused(out var written, out _))
        {
            // As when a controller-manager cannot write it: the next change of the policy tries again.
            return;
        }

        if (written.Child("status") is { } status && status["typeChecking"] is null)
        {
            // What merging leaves of an object whose last field went.
            status.Remove("typeChecking");
        }

        state.Store.Put(Collection, written!);
    }

    private JsonObject TypeChecking(JsonObject policy)
    {
        var spec = ((JsonNode)policy).Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!.Spec;
        var kinds = MatchedKinds.Of(spec.MatchConstraints, types.Of).Select(types.OfObjects).OfType<TypedKind>().ToList();
        var parameters = spec.ParamKind is { } param ? types.OfParameters(param) : null;
        var warnings = PolicyTyping.Warnings(spec, kinds, parameters);
        return warnings.Count == 0 ? [] : new JsonObject
        {
            ["expressionWarnings"] = new JsonArray([.. warnings.Select(w => new JsonObject { ["fieldRef"] = w.FieldRef, ["warning"] = w.Warning })]),
        };
    }
}
