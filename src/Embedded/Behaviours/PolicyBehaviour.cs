using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission;
using Daytwo.Admission.Mutating;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Validating;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours;

/// <summary>Admission policies: expressions must compile.</summary>
internal sealed class PolicyBehaviour(Func<JsonNode, IReadOnlyList<CompileProblem>> compile) : IKindBehaviour
{
    public static PolicyBehaviour Validating { get; } = new(value => ValidatingPolicy.Compile(value.Deserialize(PolicyJson.Default.ValidatingAdmissionPolicy)!).Problems);

    public static PolicyBehaviour Mutating { get; } = new(value => MutatingPolicy.Compile(value.Deserialize(PolicyJson.Default.MutatingAdmissionPolicy)!).Problems);

    public IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing)
    {
        try
        {
            return [.. compile(value).Select(p => FieldError.Invalid(new FieldPath(p.Field), p.Expression, p.Text))];
        }
        catch (JsonException e)
        {
            return [FieldError.Invalid(new FieldPath(e.Path?.TrimStart('$', '.') ?? "spec"), null, "this value is none of those allowed here")];
        }
    }
}
