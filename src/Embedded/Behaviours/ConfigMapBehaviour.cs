using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours;

/// <summary>ConfigMaps: immutable ones do not change.</summary>
internal sealed class ConfigMapBehaviour : IKindBehaviour
{
    public IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing) => ImmutableData.Check(value, existing, "data", "binaryData");
}
