using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>Evaluates the CEL rules that a schema carries. It is asked only when the rest of the object is well-typed.</summary>
internal interface ICelValidator
{
    /// <param name="schema">The root schema; rules hang on its nodes.</param>
    /// <param name="value">The object to judge.</param>
    /// <param name="old">The object it replaces, for transition rules; null on create.</param>
    IReadOnlyList<FieldError> Validate(StructuralSchema schema, JsonObject value, JsonObject? old);
}
