namespace Daytwo.Embedded.Schema.Structural;

/// <summary>What the root's junctors speak of must be specified outside of them too.</summary>
internal sealed class Completeness(List<FieldError> errors)
{
    public void Check(StructuralSchema root, FieldPath at) => CheckJunctors(root, root, at, at);

    private void CheckJunctors(StructuralSchema nested, StructuralSchema? structure, FieldPath at, FieldPath nestedAt)
    {
        CheckNested(nested.Not, structure, at, nestedAt.Child("not"));
        CheckAll(nested.AllOf, structure, at, nestedAt.Child("allOf"));
        CheckAll(nested.AnyOf, structure, at, nestedAt.Child("anyOf"));
        CheckAll(nested.OneOf, structure, at, nestedAt.Child("oneOf"));
    }

    private void CheckAll(IReadOnlyList<StructuralSchema> parts, StructuralSchema? structure, FieldPath at, FieldPath nestedAt)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            CheckNested(parts[i], structure, at, nestedAt.Index(i));
        }
    }

    private void CheckNested(StructuralSchema? nested, StructuralSchema? structure, FieldPath at, FieldPath nestedAt)
    {
        if (nested is null)
        {
            return;
        }

        if (structure is null)
        {
            errors.Add(FieldError.Required(at, $"because it is defined in {nestedAt}"));
            return;
        }

        CheckJunctors(nested, structure, at, nestedAt);
        CheckNested(nested.Items, structure.Items, at.Child("items"), nestedAt.Child("items"));
        foreach (var (name, property) in nested.Properties)
        {
            CheckNested(
                property, structure.Properties.GetValueOrDefault(name), at.Child("properties").Key(name), nestedAt.Child("properties").Key(name));
        }
    }
}
