using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours.Policies;

/// <summary>Admission policies: of validating ones all that they say is checked, of mutating ones that their expressions compile.</summary>
internal sealed class PolicyBehaviour(Func<JsonObject, IEnumerable<FieldError>> check) : IKindBehaviour
{
    public static PolicyBehaviour Validating { get; } = new(ValidatingPolicyCheck.Check);

    public static PolicyBehaviour Mutating { get; } = new(value => MutatingPolicy.Compile(((JsonNode)value).Deserialize(PolicyJson.Default.MutatingAdmissionPolicy)!).Problems
        .Select(p => FieldError.Invalid(new FieldPath(p.Field), p.Expression, p.Text)));

    public IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing)
    {
        try
        {
            return [.. check(value)];
        }
        catch (JsonException e)
        {
            return [FieldError.Invalid(new FieldPath(e.Path?.TrimStart('$', '.') ?? "spec"), null, "this value is none of those allowed here")];
        }
    }
}
