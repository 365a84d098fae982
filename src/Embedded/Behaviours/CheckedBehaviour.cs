using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours;

/// <summary>A kind whose objects are checked as a whole, whatever they replace.</summary>
internal sealed class CheckedBehaviour(Func<JsonObject, IEnumerable<FieldError>> check) : IKindBehaviour
{
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
