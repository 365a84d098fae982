using System.Text.Json.Nodes;
using Daytwo.Cel.Values;
using Daytwo.Embedded.Schema.Validation;

namespace Daytwo.Embedded.Schema.Rules;

/// <summary>A value that rules are about: as a document, as expressions see it, and with the value it replaces.</summary>
/// <param name="Value">Over the bytes of the whole object.</param>
/// <param name="Old">The value it replaces; null kind where there is none.</param>
/// <param name="Counterpart">What it is compared with to see whether it changed at all.</param>
/// <param name="Unchanged">Whether the nearest value around it that has a counterpart equals it.</param>
internal readonly record struct RuleTarget(FieldPath At, JsonNode? Node, CelValue Value, CelValue Old, OldValue Counterpart, bool Unchanged)
{
    public bool HasOld => Old.Kind != CelKind.Null;

    /// <summary>A value that did not change is not held to rules it already broke.</summary>
    public bool IsForgiven => Counterpart.Known ? Counterpart.Equals(Node) : Unchanged;

    public RuleTarget Field(string name, StructuralSchema schema, FieldPath at)
    {
        var isType = At.Text is null && name is "apiVersion" or "kind";
        return new(at, Node![name], Member(Value, name), Member(Old, name), isType ? OldValue.None : Counterpart.Field(name, schema), !isType && IsForgiven);
    }

    /// <summary>An element; only those of lists of type map have a counterpart.</summary>
    public RuleTarget Item(int index, StructuralSchema schema)
    {
        var element = Node![index];
        var counterpart = Counterpart.Item(element, schema);
        return new(At.Index(index), element, Value[index], schema.ListType == ListType.Map ? OldItem(Value[index], schema) : CelValue.Null, counterpart, IsForgiven);
    }

    private CelValue OldItem(CelValue element, StructuralSchema schema)
    {
        if (Old.Kind != CelKind.List || element.Kind != CelKind.Map)
        {
            return CelValue.Null;
        }

        for (var i = 0; i < Old.Count; i++)
        {
            var candidate = Old[i];
            if (candidate.Kind == CelKind.Map && schema.ListMapKeys.All(k => Member(candidate, k).ToString() == Member(element, k).ToString()))
            {
                return candidate;
            }
        }

        return CelValue.Null;
    }

    private static CelValue Member(CelValue value, string name) => value.Kind == CelKind.Map && value.TryGet(name, out var member) ? member : CelValue.Null;
}
