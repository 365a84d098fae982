using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Behaviours;

/// <summary>What a built-in kind does beyond what the kind table can say.</summary>
internal interface IKindBehaviour
{
    /// <summary>Completes what the client sent; the client owns what comes of it.</summary>
    void Complete(JsonObject value)
    {
    }

    /// <summary>Changes an object before it is checked and written; nobody owns what comes of it.</summary>
    /// <param name="existing">The object it replaces; null when it is new.</param>
    void Prepare(JsonObject value, JsonObject? existing)
    {
    }

    /// <summary>What is wrong with an object.</summary>
    IEnumerable<FieldError> Check(JsonObject value, JsonObject? existing) => [];
}
