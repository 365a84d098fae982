using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Structural;

/// <summary>Rules for list types and the keys of list maps.</summary>
internal sealed class ListRules(List<FieldError> errors)
{
    private const string TypeWord = "x-kubernetes-list-type";
    private const string KeysWord = "x-kubernetes-list-map-keys";

    public void Check(StructuralSchema schema, FieldPath at)
    {
        var listType = schema.Source[TypeWord].TextOrNull();
        CheckType(schema, listType, at);
        if (schema.ListMapKeys.Count > 0 && listType is null)
        {
            errors.Add(FieldError.Required(at.Child(TypeWord), $"must be map if {KeysWord} is non-empty"));
        }
        else if (schema.ListMapKeys.Count > 0 && listType != "map")
        {
            errors.Add(FieldError.Invalid(at.Child(TypeWord), listType, $"must be map if {KeysWord} is non-empty"));
        }

        if (listType == "map")
        {
            CheckMap(schema, at);
        }

        if (listType is "map" or "set" && schema.Items is not null)
        {
            CheckItems(schema, schema.Items, listType, at.Child("items"));
        }
    }

    private void CheckType(StructuralSchema schema, string? listType, FieldPath at)
    {
        if (listType is not null && schema.Type != "array")
        {
            const string Text = "must be array if x-kubernetes-list-type is specified";
            errors.Add(schema.Type.Length == 0 ? FieldError.Required(at.Child("type"), Text) : FieldError.Invalid(at.Child("type"), schema.Type, Text));
        }
        else if (listType == "set" && schema.Items is { } items)
        {
            CheckAtomic(items, at.Child("items"));
        }

        if (listType is not (null or "atomic" or "set" or "map"))
        {
            errors.Add(FieldError.NotSupported(at.Child(TypeWord), listType, ["atomic", "set", "map"]));
        }
    }

    private void CheckAtomic(StructuralSchema items, FieldPath at)
    {
        const string Text = "must be atomic as item of a list with x-kubernetes-list-type=set";
        var listType = items.Source[TypeWord].TextOrNull();
        if (items.Type == "array" && listType is not (null or "atomic"))
        {
            errors.Add(FieldError.Invalid(at.Child(TypeWord), listType, Text));
        }
        else if (items.Type == "object" && items.AtomicMap != true)
        {
            errors.Add(FieldError.Invalid(at.Child("x-kubernetes-map-type"), listType, Text));
        }
    }

    private void CheckMap(StructuralSchema schema, FieldPath at)
    {
        if (schema.ListMapKeys.Count == 0)
        {
            errors.Add(FieldError.Required(at.Child(KeysWord), $"must not be empty if {TypeWord} is map"));
        }

        if (schema.Items is not { } items)
        {
            errors.Add(FieldError.Required(at.Child("items"), $"must have a schema if {TypeWord} is map"));
        }
        else if (items.Type != "object")
        {
            errors.Add(FieldError.Invalid(at.Child("items").Child("type"), items.Type, $"must be object if parent array's {TypeWord} is map"));
        }
        else
        {
            CheckKeys(schema, items, at);
        }
    }

    private void CheckKeys(StructuralSchema schema, StructuralSchema items, FieldPath at)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        JsonArray all = [.. schema.ListMapKeys.Select(k => (JsonNode)k)];
        foreach (var key in schema.ListMapKeys)
        {
            if (!items.Properties.TryGetValue(key, out var property))
            {
                errors.Add(FieldError.Invalid(at.Child(KeysWord), all, "entries must all be names of item properties"));
            }
            else if (property.Type is "array" or "object")
            {
                var field = at.Child("items").Child("properties").Key(key).Child("type");
                errors.Add(FieldError.Invalid(field, items.Type, $"must be a scalar type if parent array's {TypeWord} is map"));
            }

            if (!seen.Add(key))
            {
                errors.Add(FieldError.Invalid(at.Child(KeysWord), all, "must not contain duplicate entries"));
            }
        }
    }

    /// <summary>Keys must always be there, so that every item has a name.</summary>
    private void CheckItems(StructuralSchema schema, StructuralSchema items, string listType, FieldPath at)
    {
        if (items.Nullable)
        {
            errors.Add(FieldError.Forbidden(at.Child("nullable"), $"cannot be nullable when {TypeWord} is {listType}"));
        }

        foreach (var key in listType == "map" ? schema.ListMapKeys : [])
        {
            if (!items.Properties.TryGetValue(key, out var property))
            {
                continue;
            }

            var field = at.Child("properties").Key(key);
            if (!items.Required.Contains(key) && property.Default is null)
            {
                errors.Add(FieldError.Required(
                    field.Child("default"), $"this property is in {KeysWord}, so it must have a default or be a required property"));
            }

            if (property.Nullable)
            {
                errors.Add(FieldError.Forbidden(field.Child("nullable"), $"this property is in {KeysWord}, so it cannot be nullable"));
            }
        }
    }
}
